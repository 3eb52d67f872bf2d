import type { Fate, SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

const kinds: Readonly<Record<SecretKind, string>> = {
  'session-id': 'identificador de sesión',
  'refresh-token': 'refresh token',
  jwt: 'JWT',
  code: 'código de autorización',
  'sso-session': 'sesión única (SSO)',
  state: 'state',
  verifier: 'verificador PKCE',
  password: 'contraseña',
  'client-secret': 'secreto de cliente',
}

const fates: Readonly<Record<Fate, string>> = {
  unborn: 'aún no existe',
  alive: 'en vigor',
  used: 'ya usado',
  expired: 'caducado',
  ended: 'ya no vale',
}

export const chip: Catalogue['chip'] = {
  kinds,
  fates,
  is: (kind, fate) => `${kinds[kind]}, ${fates[fate]}`,
  stolen: 'robado, también lo tiene el Hacker',
  follow: 'Seguirlo por toda la ejecución.',
}

export const journey: Catalogue['journey'] = {
  title: 'Secreto seguido',
  stop: 'Dejar de seguir',
  stopKey: 'Dejar de seguir (Esc)',
  born: 'Nace',
  seen: 'Lo ven',
  held: 'Lo guardan',
  died: 'Muere',
  carried: 'Lo llevan',
  message: (n) => `mensaje ${n}`,
  lives: 'Sigue en vigor.',
  noOne: 'Nadie lo guarda.',
  inMemory: (where) => `en ${where}`,
  stretch: (from, until) =>
    until === null ? `desde el mensaje ${from}` : `del mensaje ${from} al ${until}`,
  copied: 'Es un solo secreto en dos manos: a quien lo tenga se le toma por la misma persona.',
}

export const legend: Catalogue['legend'] = {
  title: 'Cómo leer el diagrama',
  request: 'Una petición, o algo que un participante hace por su cuenta',
  response: 'La respuesta a una petición',
  planned: 'Previsto: llegará con la lección, aún no se ha enviado',
  attack: 'Hacia el Hacker o desde él',
  unpublished: 'Cierto, pero no está en el diagrama publicado de este flujo',
  differs: 'El diagrama publicado se equivoca aquí: púlsalo para saber por qué',
  secrets: 'Secretos que lleva un mensaje',
  stolen: 'Robado: un secreto en dos manos',
  names:
    'Cada uno tiene un solo nombre, como RT-1, dondequiera que aparezca. Pulsa uno para seguirlo por toda la ejecución; aparece tachado en cuanto deja de servir.',
}
