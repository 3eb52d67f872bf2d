import type { Catalogue } from '../catalogue.ts'

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
