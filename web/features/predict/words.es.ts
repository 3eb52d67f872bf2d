import type { WordParts } from '../../i18n/catalogue.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'

const stolenCredentials: Readonly<Partial<Record<SecretKind, string>>> = {
  'session-id': 'el ID de sesión robado',
  'refresh-token': 'el refresh token robado',
  jwt: 'el JWT robado',
  'sso-session': 'la sesión de inicio único robada',
}

const named: Readonly<Partial<Record<Participant, string>>> = {
  Browser: 'el navegador',
  Mobile: 'el móvil',
  Hacker: 'el Hacker',
}

/** Applications keep their names without an article. */
const who = (participant: Participant): string => named[participant] ?? participant

/** `a` and `de` melt with the article. */
const to = (participant: Participant): string => `a ${who(participant)}`.replace(/^a el /, 'al ')
const of = (participant: Participant): string => `de ${who(participant)}`.replace(/^de el /, 'del ')

const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const predict: WordParts['predict'] = {
  title: 'Predecir',
  start: 'Predecir lo que viene: el reproductor se detiene y pregunta',
  stop: 'Dejar de predecir',
  before: (n) => `Antes del mensaje ${n}`,
  several: 'Elige todas las que correspondan.',
  one: 'Elige una.',
  cookies: (asked) => `¿Qué cookies enviará ${who(asked.from)} ${to(asked.to)} con ${asked.label}?`,
  answer: (asked) =>
    `¿Qué responderá ${who(asked.to)} a la petición ${asked.label} ${of(asked.from)}?`,
  'break-in': (asked, stolen) =>
    `El Hacker llega ${to(asked.to)} con ${
      stolen.map((kind) => stolenCredentials[kind] ?? 'lo robado').join(' y ') || 'lo robado'
    }. ¿Consigue entrar?`,
  form: (asked) =>
    `${first(who(asked.from))} envía ${asked.label} ${to(asked.to)}. ¿Se le pedirá al usuario que inicie sesión?`,
  session: (asked) =>
    `${first(who(asked.to))} ha recibido ${asked.label}. ¿Qué ID de sesión tendrá ${who(asked.from)} tras la respuesta?`,
  password: (asked) =>
    `El usuario escribe la contraseña y se envía con ${asked.label}. ¿Qué servidores llegarán a conocerla?`,
  kept: (asked, token) =>
    token === 'jwt'
      ? `La respuesta a ${asked.label} trae un JWT. ¿Dónde quedará guardado después?`
      : `La respuesta a ${asked.label} trae un refresh token. ¿Dónde quedará guardado después, además de en FusionAuth?`,
  cookie: (name, domain) => `${name}, de ${domain}`,
  noCookie: 'Ninguna de ellas',
  refused: 'No, se le rechaza',
  gainsAccess: 'Sí, y ve los datos de la víctima, nada más',
  gainsAccessWithSession: 'Sí, y además recibe una sesión propia',
  gainsAccessWithToken: 'Sí, y además recibe un token propio',
  formFrom: (from) => `Sí, con un formulario ${of(from)}`,
  formOfPage: 'Sí, con un formulario que un script dibuja en la página abierta',
  formOfApp: 'Sí, con un formulario que dibuja la propia app',
  noForm: 'No: inicio de sesión único, no llega ningún formulario',
  newSession: 'Uno nuevo',
  sameSession: 'El mismo de antes',
  noSession: 'Ninguno',
  places: {
    cookie: (at) => `En una cookie ${of(at)} que ningún script puede leer`,
    'readable-cookie': (at) => `En una cookie ${of(at)} que los scripts pueden leer`,
    'local-storage': (at) => `En el almacenamiento local ${of(at)}`,
    device: () => 'En el almacenamiento de la propia app, en el móvil',
    server: (at) => `En el servidor ${of(at)}`,
  },
  notKept: 'En ningún sitio: no se guarda',
  check: 'Comprobar',
  goOn: 'Continuar',
  skip: 'Saltar',
  right: 'Correcto.',
  wrong: 'No del todo.',
  chosen: 'tu elección',
  missed: 'se te ha escapado',
  isRight: 'correcta',
  isWrong: 'incorrecta',
  sent: (reason) => `Se envía: ${reason}`,
  withheld: (reason) => `No se envía: ${reason}`,
  notInJar: (agent) => `No se envía: ${who(agent)} no la guarda en este momento.`,
  evidence: (n) => `Mensaje ${n}`,
  asks: (n) =>
    `Predecir está activado: ${n} ${n === 1 ? 'pregunta' : 'preguntas'} en lo enviado hasta ahora.`,
  ready:
    'Predecir está activado. Reproduce o avanza: el reproductor se detiene antes de algunos mensajes y pregunta.',
  score: (right, all) => `${right} de ${all} correctas`,
  retry: 'Preguntar de nuevo',
  forget: 'Olvidar todas las respuestas',
  loading: 'Cargando las preguntas…',
}
