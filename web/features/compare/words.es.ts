import type { WordParts } from '../../i18n/catalogue.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const compare: WordParts['compare'] = {
  title: 'Comparar',
  back: 'Volver al reproductor',
  with: 'Comparar con',
  choose: 'Elige una rama o un flujo',
  also: 'Y en qué queda con',
  noThird: 'Ningún tercer flujo',
  branchGroup: 'Ramas de esta ejecución',
  workflowGroup: 'Flujos',
  intro:
    'Pon otra rama de esta ejecución, u otro flujo, junto a lo que estás viendo: mensaje a mensaje, y en qué queda todo.',
  playing: 'Reproduciendo las lecciones hasta el final…',
  failed: 'No se ha podido reproducir el otro lado',
  again: 'Intentar de nuevo',
  noBranch: (id) =>
    `Esta ejecución no tiene la rama «${id}». Las ramas duran lo que dura la ejecución en la que se abrieron.`,
  noWorkflow: (slug) => `No existe el flujo «${slug}».`,
  inShort: 'En qué queda',
  question: 'Pregunta',
  messageByMessage: 'Mensaje a mensaje',
  side: (letter, name) => `${letter}: ${name}`,
  whoSees: 'Quién recibe la contraseña',
  typed: 'Cuántas veces se escribe',
  times: (n) => count(n, 'vez', 'veces'),
  passes: 'Qué pasa por el navegador',
  holds: 'Qué guarda el navegador',
  sso: 'Inicio de sesión único',
  ssoYes: 'Sí: la segunda aplicación no pide la contraseña',
  ssoNo: 'No: la segunda aplicación vuelve a pedir la contraseña',
  untold: 'No se ha llegado a ello en esta ejecución',
  messages: 'Mensajes',
  stolen: (credential) => `Qué vale, si lo roban: ${credential}`,
  unknownCredential: 'secreto',
  seesCart: 'El Hacker ve el carrito',
  refused: 'El Hacker no consigue nada',
  untried: 'El Hacker no lo ha usado en esta ejecución',
  isGiven: (what) => `recibe además: ${what}`,
  lasts: (time) => `sirve durante ${time} más, según el reloj del protocolo`,
  dead: 'ya había caducado cuando lo robaron',
  nobody: 'Nadie',
  nothing: 'Nada',
  and: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} y ${items.at(-1)}`,
  time: (ms) => {
    const minutes = Math.round(ms / 60_000)
    if (minutes < 60) return count(minutes, 'minuto', 'minutos')
    const hours = Math.round(minutes / 60)
    return hours < 48 ? count(hours, 'hora', 'horas') : count(Math.round(hours / 24), 'día', 'días')
  },
  message: (n, letter) => `Mostrar el mensaje ${n} de ${letter}`,
  onlyDiffering: 'Solo lo que cambia',
  same: 'igual',
  differs: 'distinto',
  only: (letter) => `solo en ${letter}`,
  tally: (same, differing, left, right) =>
    `${same} iguales, ${differing} distintos, ${left} solo en A, ${right} solo en B`,
  sameHidden: (n) => count(n, 'mensaje es igual', 'mensajes son iguales'),
  none: '–',
  more: (n) => `y ${n} más`,
  missing: 'No está en este',
  identical: 'Los dos son iguales, mensaje a mensaje.',
  kinds: {
    'session-id': 'ID de sesión',
    'refresh-token': 'refresh token',
    jwt: 'JWT',
    code: 'código de autorización',
    'sso-session': 'sesión de inicio único',
    state: 'state',
    verifier: 'verificador PKCE',
    password: 'contraseña',
    'client-secret': 'secreto del cliente',
  },
  contrasts: {
    way: 'De quién a quién',
    request: 'Petición',
    status: 'Estado',
    answer: 'Respuesta',
    'cookies-sent': 'Cookies enviadas',
    'cookies-set': 'Cookies fijadas',
    parameters: 'Parámetros',
    memory: 'Memoria cambiada',
  },
}
