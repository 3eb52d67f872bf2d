import type { Fate, SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { Catalogue } from '../catalogue.ts'

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
