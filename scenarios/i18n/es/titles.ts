import type { ClientType, Login, SessionStrategy } from '../../model/client.ts'
import type { ExpiringCredential, StolenCredential } from '../../model/credential.ts'
import type { LabEvent } from '../../model/event.ts'
import type { Phase } from '../../model/participant.ts'
import type { DividerKind } from '../../model/divider.ts'
import type { LessonName } from '../../catalogue/lessons.ts'
import type { TextCatalogue } from '../catalogue.ts'
import type { TitleTexts } from '../../model/texts/titles.ts'

const clients: Readonly<Record<ClientType, string>> = {
  webapp: 'Aplicación web',
  spa: 'Aplicación de página única',
  mobile: 'App móvil',
}

const logins: Readonly<Record<Login, string>> = {
  'authorization-code': 'authorization code grant',
  'password-grant': 'password grant',
  native: 'formulario propio',
  'native-at-fusionauth': 'formulario propio que llama a FusionAuth',
  implicit: 'implicit grant',
}

const sessionStrategies: Readonly<Record<SessionStrategy, string>> = {
  session: 'sesión',
  'session+refresh': 'sesión y refresh token',
  'jwt+refresh': 'JWT y refresh token',
  'jwt-cookie': 'JWT en una cookie',
  'jwt-local-storage': 'JWT en el almacenamiento local',
}

const lessons: Readonly<Record<LessonName, string>> = {
  tour: 'El recorrido completo',
  'silent-relogin': 'De vuelta sin formulario',
  'wrong-password': 'Contraseña errónea, usuario desconocido',
  outage: 'FusionAuth no responde',
  'broken-today': 'Con las cookies de hoy',
  'key-rotation': 'Se rota la clave de firma, y los JWT de todos dejan de valer',
}

const phases: Readonly<Record<Phase, string>> = {
  initialize: 'Abrir Store',
  login: 'Iniciar sesión',
  'create-session': 'Crear la sesión',
  'load-cart': 'Cargar el carrito',
  refresh: 'Renovación',
  relogin: 'Iniciar sesión de nuevo',
  'forums-initialize': 'Abrir Forums',
  'forums-login': 'Iniciar sesión en Forums',
  'forums-load': 'Cargar las publicaciones',
  logout: 'Cerrar sesión',
  'forums-logout': 'Cerrar sesión en Forums',
  revoke: 'Revocar el refresh token',
  'rotate-key': 'Rotar la clave de firma',
  'stolen-refresh-token': 'Refresh token robado',
  'stolen-session-id': 'ID de sesión robado',
  'stolen-jwt': 'JWT robado',
  attack: 'Ataque',
}

const dividers: Readonly<Record<DividerKind, string>> = {
  'session-expired': 'La sesión caduca',
  'session-and-refresh-token-expired': 'La sesión y el refresh token caducan',
  'jwt-expired': 'El JWT caduca',
  'jwt-and-refresh-token-expired': 'El JWT y el refresh token caducan',
  'sso-session-expired': 'La sesión de inicio de sesión único caduca',
  'time-passed': 'Pasa el tiempo',
  'refresh-token-revoked': 'El refresh token se revoca',
  'password-changed': 'El usuario ha cambiado la contraseña',
  'key-added': 'Firma una clave nueva, y la antigua sigue valiendo',
  'key-rotated': 'Firma una clave nueva, y las antiguas se borran',
  sso: 'Forums: el inicio de sesión único es posible',
  'sso-not-provided': 'Sin inicio de sesión único en este flujo',
  'attack-vectors': 'Ataques',
  'fusionauth-stopped': 'FusionAuth deja de responder',
  'fusionauth-started': 'FusionAuth vuelve a responder',
}

const lifetimes: Readonly<Record<ExpiringCredential, string>> = {
  session: 'Dejar que caduque la sesión',
  'refresh-token': 'Dejar que caduque el refresh token',
  'sso-session': 'Dejar que caduque la sesión de inicio de sesión único',
  jwt: 'Dejar que caduque el JWT',
}

const stealTitles: Readonly<Record<StolenCredential, string>> = {
  'refresh-token': 'Robar el refresh token',
  'session-id': 'Robar el ID de sesión',
  jwt: 'Robar el JWT',
  'sso-session': 'Robar la sesión de inicio de sesión único',
}

const duration = (seconds: number): string => {
  if (seconds % 3600 === 0) return seconds === 3600 ? '1 hora' : `${seconds / 3600} horas`
  if (seconds % 60 === 0) return seconds === 60 ? '1 minuto' : `${seconds / 60} minutos`
  return `${seconds} segundos`
}

type EventTitles = {
  readonly [Type in LabEvent['type']]: (event: Extract<LabEvent, { type: Type }>) => string
}

const events: EventTitles = {
  'learner.open': ({ app }) => `Abrir ${app}`,
  'learner.login': ({ app }) => `Seguir «Log in» en ${app}`,
  'learner.submit': ({ app, credentials }) => {
    if (credentials === 'right') return `Enviar la contraseña correcta para ${app}`
    if (credentials === 'wrong-password') return `Enviar una contraseña errónea para ${app}`
    if (credentials === 'unknown-user') return `Enviar un usuario desconocido para ${app}`
    return `Enviar como ${credentials.loginId} para ${app}`
  },
  'learner.load': ({ app }) =>
    app === 'Store' ? 'Cargar el carrito de la compra' : 'Cargar las publicaciones',
  'learner.logout': ({ app }) => `Cerrar sesión en ${app}`,
  'learner.race': ({ app }) =>
    app === 'Store'
      ? 'Cargar el carrito en dos pestañas a la vez'
      : 'Cargar las publicaciones en dos pestañas a la vez',
  'learner.checkout': ({ app }) =>
    app === 'Store' ? 'Pedir lo que hay en el carrito' : 'Publicar un texto',
  'learner.change-password': () => 'Cambiar la contraseña',
  'learner.logout-everywhere': () => 'Cerrar sesión en todas partes',
  'clock.expire': ({ what }) => lifetimes[what],
  'clock.advance': ({ seconds }) => `Dejar pasar ${duration(seconds)}`,
  'hacker.steal': ({ what }) => stealTitles[what],
  'hacker.load': () => 'Cargar el carrito como Hacker',
  'hacker.open': ({ app }) => `Iniciar sesión en ${app} como Hacker`,
  'hacker.race': () => 'Cargar el carrito como usuario y Hacker a la vez',
  'hacker.attack': ({ attack }) => `Ataque: ${attack}`,
  'fusionauth.revoke': () => 'Revocar el refresh token',
  'fusionauth.revoke-all': () => 'Revocar todos los refresh tokens del usuario',
  'fusionauth.end-sso': () => 'Terminar la sesión de inicio de sesión único',
  'fusionauth.add-key': () => 'Firmar con una clave nueva y conservar la antigua',
  'fusionauth.rotate-key': () => 'Firmar con una clave nueva y borrar la antigua',
  'fusionauth.stop': () => 'Detener FusionAuth',
  'fusionauth.start': () => 'Arrancar FusionAuth de nuevo',
}

const belowClient = ({
  login,
  sessionStrategy,
  fusionauth,
  backend,
}: TitleTexts['workflow']): string => {
  const how = fusionauth === 'parent-domain' ? `${logins[login]} en el mismo sitio` : logins[login]
  const kept =
    backend === 'bff' ? 'sesión de un backend for frontend' : sessionStrategies[sessionStrategy]
  return `${how} · ${kept}`
}

export const titles: TextCatalogue<TitleTexts> = {
  workflow: (workflow) => `${clients[workflow.client]} · ${belowClient(workflow)}`,
  'workflow.below-client': belowClient,
  lesson: ({ lesson }) => lessons[lesson as LessonName] ?? lesson,
  // A trace that was saved by another version may have a phase or a mark that is unknown here.
  phase: ({ phase }) => phases[phase] ?? phase,
  divider: ({ kind }) => dividers[kind] ?? kind,
  event: ({ event }) => (events[event.type] as (event: LabEvent) => string)(event),
}
