import type { Catalogue } from '../catalogue.ts'

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
