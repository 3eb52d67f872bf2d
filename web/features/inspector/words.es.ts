import type { Catalogue } from '../../i18n/catalogue.ts'

export const inspector: Catalogue['inspector'] = {
  title: 'Inspector',
  layers: {
    message: 'Mensaje',
    cookies: 'Cookies',
    state: 'Estado',
    screen: 'Pantalla',
    raw: 'Bytes',
    curl: 'cURL',
  },
  changes: ' en este mensaje',
}

export const message: Catalogue['message'] = {
  setters: {
    agent: 'el navegador',
    application: 'la aplicación',
    fusionauth: 'FusionAuth',
    server: 'quien responde',
    client: 'quien lo envía',
    user: 'el usuario',
  },
  setBy: (who) => `Lo pone ${who}.`,
  sources: {
    query: 'Parámetros de la query',
    location: 'Parámetros de Location',
    form: 'Campos del formulario',
    json: 'JSON',
  },
  bodies: {
    none: 'Nada.',
    html: 'Una página (HTML)',
    json: 'JSON',
    form: 'Un formulario',
    text: 'Texto',
  },
  newTab: '(se abre en otra pestaña)',
  explainNames: 'Explicar los nombres',
  empty: (count) => (count === 1 ? '1 enviado vacío' : `${count} enviados vacíos`),
  simulated: 'Lo hizo el simulador; ningún mensaje cruzó la red.',
  byItself: (who) => `${who} lo hizo por su cuenta; ningún mensaje cruzó la red.`,
  changes: 'Lo que cambió está en Estado y en Cookies.',
  answeredBy: (n) => `Respondido por el mensaje ${n}`,
  answers: (n) => `Responde al mensaje ${n}`,
  headers: 'Cabeceras',
  body: 'Cuerpo',
  none: 'Nada.',
  bytes: (count) => `${count} bytes`,
  kilobytes: (count) => `${count.replace('.', ',')} kB`,
  unfold: (count) => `… ${count} más …`,
}

export const cookies: Catalogue['cookies'] = {
  sentTitle: 'Con esta petición',
  noneSent: 'No se envió ninguna cookie ni se retuvo ninguna.',
  noJar: (who) =>
    `${who} es aquí un servidor y no guarda cookies: no envía ninguna y descarta los Set-Cookie que recibe.`,
  setTitle: 'Las que pone esta respuesta',
  sent: 'Enviada',
  notSent: 'No enviada',
  stored: 'Guardada',
  deletes: 'Borra',
  refused: 'Rechazada',
  jarTitle: (who) => `Cookies de ${who} tras este mensaje`,
  noCookies: 'Nadie guarda aún ninguna cookie.',
  none: 'Ninguna.',
  set: 'recién puesta',
  changed: (what) => `recién cambiada: ${what}`,
  aspects: { value: 'valor', expiry: 'final', attributes: 'atributos' },
  deleted: 'recién borrada',
  before: 'antes:',
  flags: {
    sameSite: (value) => `SameSite=${value}`,
    laxByDefault: 'SameSite: Lax por defecto',
    hostOnly: 'solo este host',
    andBelow: (domain) => `y los hosts bajo ${domain}`,
    session: 'hasta que se cierre el navegador',
  },
  scriptTitle: (who) => `Lo que ve un script en ${who}`,
  scriptPage: 'En esta página, document.cookie es',
  noPage: 'Aún no hay ninguna página abierta.',
  hidden: {
    'http-only': 'HttpOnly: ningún script puede leerla',
    path: 'es para otra ruta',
    secure: 'Secure, y la página llegó por http sin cifrar',
    expired: 'ha caducado',
  },
  leftOut: 'No aparecen:',
  elsewhere: (count) =>
    count === 1 ? '1 cookie es de otro host.' : `${count} cookies son de otros hosts.`,
  storageTitle: (who) => `Almacenamiento local de ${who} tras este mensaje`,
  filter: 'Mostrar solo las cookies cuyo nombre o host contenga',
}

const tables: Readonly<Record<string, string>> = {
  appSessions: 'Sesiones',
  ssoSessions: 'Sesiones de inicio único (SSO)',
  refreshTokens: 'Refresh tokens',
  codes: 'Códigos de autorización',
  loginAttempts: 'Inicios de sesión en curso',
  logoutAttempts: 'Cierres de sesión en curso',
  localStorage: 'Almacenamiento local',
  sessionStorage: 'Almacenamiento de sesión',
  device: 'Almacenamiento del dispositivo',
}

export const state: Catalogue['state'] = {
  nothing: 'Nadie recuerda nada todavía.',
  lives: 'Lo que caduca',
  remembers: (owner) => `${owner} recuerda`,
  table: (name) => tables[name] ?? name,
  none: 'Ninguna.',
  added: 'nuevo ahora mismo',
  changed: 'cambiado ahora mismo',
  deleted: 'borrado ahora mismo',
  was: 'antes',
  in: (span) => `en ${span}`,
  ago: (span) => `hace ${span}`,
  now: 'ahora',
  value: 'valor',
  secrets: 'Secretos hasta ahora',
  secret: 'Secreto',
  is: 'Qué es',
  heldBy: 'Lo tiene',
}

export const raw: Catalogue['raw'] = {
  spoken: {
    'session-id': ['ID de sesión', 'identificador de sesión', 'cookie de sesión'],
    'refresh-token': ['refresh token'],
    jwt: ['access token', 'token de acceso', 'id token', 'jwt', 'tokens'],
    code: ['code', 'código'],
    'sso-session': ['inicio de sesión único'],
    state: ['state'],
    verifier: ['verifier', 'pkce'],
    password: ['contraseña'],
    'client-secret': ['client secret', 'secreto del cliente'],
  },
  title: 'Tal como se envió',
  region: 'El mensaje tal como se envió',
  nothing: 'Ningún mensaje cruzó la red, así que no hay bytes.',
  note: 'Cada línea termina en CR LF. Está marcado aquello de lo que habla la frase de arriba.',
  plainNote: 'Cada línea termina en CR LF.',
  copy: 'Copiar',
  copied: 'Copiado',
  selected: 'Seleccionado: pulsa Ctrl C',
  curlTitle: 'Pruébalo tú',
  curlRegion: 'Comando de cURL',
  curlOf: (n) => `El comando del mensaje ${n}, la petición a la que responde este.`,
  curlNothing: 'Aquí ninguna petición cruzó la red, así que no hay nada que enviar.',
  standIn:
    'Estos hosts solo existen dentro de este laboratorio. Para enviarlo a FusionAuth, pon la dirección del tuyo, o la del sustituto que arranca npm run -s stand-in.',
  placeholders: 'Pon tus propios valores donde dice <your …>: nunca entran en una grabación.',
  spent: (names) => `Ya no vale: ${names}. La respuesta no será la que ves aquí.`,
}

export const token: Catalogue['token'] = {
  opaque: {
    'session-id':
      'Un nombre aleatorio para una entrada en la memoria de la aplicación; no hay nada que leer dentro.',
    'refresh-token':
      'Un nombre aleatorio para una entrada en la memoria de FusionAuth; no hay nada que leer dentro.',
    code: 'Un nombre aleatorio para un inicio de sesión que recuerda FusionAuth; no hay nada que leer dentro.',
    'sso-session':
      'Un nombre aleatorio para la sesión propia de FusionAuth; no hay nada que leer dentro.',
    state: 'Letras aleatorias que la aplicación inventó para este inicio de sesión.',
    verifier: 'Letras aleatorias que la aplicación inventó para este inicio de sesión.',
  },
  opaqueTitle: 'Valores sin contenido',
  decoded: 'descodificado',
  header: 'Cabecera',
  claims: 'Claims',
  contents: 'Cabecera y claims',
  signature: 'Firma',
  expiresIn: (time) => `caduca en ${time}`,
  expired: (time) => `caducó hace ${time}`,
  ago: (time) => `hace ${time}`,
  ahead: (time) => `dentro de ${time}`,
  now: 'ahora',
  noExpiry: 'no se le conoce un final propio',
  checking: 'Se está comprobando …',
  valid: (kid, n) => `Válida: hecha con la clave ${kid} que el mensaje ${n} trajo de FusionAuth.`,
  invalid: (kid, n) =>
    `No es válida: no se hizo con la clave ${kid} del mensaje ${n}, o el token se cambió.`,
  noKeys:
    'Sin comprobar: en esta ejecución aún no se han pedido las claves públicas de FusionAuth.',
  unknownKey: (kid, n) =>
    `Sin comprobar: la clave ${kid} no está entre las que trajo el mensaje ${n}.`,
  unsigned: 'No la hay: alg es «none». Nadie puede aceptar un token así.',
  sharedSecret: (alg) =>
    `Sin comprobar: ${alg} firma con un secreto que comparten las dos partes y nadie publica.`,
  unsupported: (alg) => `Sin comprobar: esta página no sabe comprobar ${alg}.`,
  unavailable: 'Sin comprobar: los navegadores solo lo hacen en https y en localhost.',
}
