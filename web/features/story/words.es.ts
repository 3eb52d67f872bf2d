import type { SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { RunVerdict } from '../../../scenarios/projections/verdict.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

export const story: Catalogue['story'] = {
  message: 'Mensaje ',
  to: 'a',
  before: 'Antes del primer mensaje',
  beginning: (arrows) =>
    `Aún no ha pasado nada. Pulsa reproducir, o avanza un paso, y mira cómo ocurre el inicio de sesión: ${arrows} flechas, cada petición y cada respuesta enviada de verdad.`,
  by: {
    script: 'La envió un script de la página, con fetch: la página se queda donde está.',
    image: 'La envió el navegador por una imagen de la página.',
    frame: 'La envió el navegador por un marco de la página.',
    app: 'La envió la aplicación: sin navegador y sin cookies.',
  },
  simulated: 'Lo hizo el simulador: ningún mensaje cruzó la red.',
  unpublished: 'No está en el diagrama publicado.',
  published: (n) => `Flecha ${n} del diagrama publicado.`,
  corrected: 'Corregido.',
  differs: 'No es como en el sustituto.',
  assumed: 'Sin verificar con un servidor real.',
}

const kinds: Partial<Readonly<Record<SecretKind, string>>> = {
  'session-id': 'el ID de sesión',
  'refresh-token': 'el refresh token',
  jwt: 'el JWT',
  'sso-session': 'la sesión de inicio único',
}

const because: Readonly<
  Record<RunVerdict['reason'], (what: string, name: string, verdict: RunVerdict) => string>
> = {
  refreshed: (what, name, { evidence }) =>
    `${what} aún servía: FusionAuth dio tokens nuevos por él (mensaje ${evidence[1]}), y quien trae ${name} recibe una sesión.`,
  'session-found': (what, name, { evidence }) =>
    `${what} seguía vivo: la aplicación encontró con él la sesión de la víctima (mensaje ${evidence[1]}) y no pide nada más a quien trae ${name}.`,
  accepted: (what, name) =>
    `${what} seguía siendo válido, y la aplicación deja entrar a quien trae ${name}.`,
  refused: (what, _name, { evidence, label }) =>
    `FusionAuth rechazó ${what} (mensaje ${evidence[1]}: ${label}).`,
  unanswered: (what, _name, { evidence }) =>
    `nadie respondió cuando se presentó ${what} (mensaje ${evidence[1]}).`,
  worthless: (what) => `${what} ya no abre nada.`,
}

export const verdict: Catalogue['verdict'] = {
  sentence: (given) => {
    const { sees, secret, stolenAt, reason } = given
    const what = `${kinds[secret.kind] ?? 'el valor'} ${secret.name}, copiado en el mensaje ${stolenAt},`
    const end = because[reason](what, secret.name, given)
    return `El Hacker ${sees ? 've' : 'no ve'} el carrito, porque ${end}`
  },
  attack: (won) =>
    won ? 'El ataque tiene éxito en este mundo.' : 'El ataque queda detenido en este mundo.',
  whatStops: (won) => (won ? '¿Qué lo habría detenido?' : '¿Qué más lo detiene?'),
  evidence: 'Cómo lo sabemos:',
  message: (n) => `mensaje ${n}`,
}
