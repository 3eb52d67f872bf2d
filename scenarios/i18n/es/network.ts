import type { TextCatalogue } from '../catalogue.ts'
import type { NetworkTexts } from '../../model/texts/network.ts'

export const network: TextCatalogue<NetworkTexts> = {
  'network.status': ({ status }) => `respondió con el estado ${status}`,
  'network.refused-status': ({ status }) => `respondió ${status}`,
  'network.no-json': 'su respuesta no se pudo leer como JSON',
  'network.lacks': ({ status }) => `a su respuesta (${status}) le falta lo que debería contener`,
  'network.stopped': 'conexión rechazada, FusionAuth está detenido',
  'network.no-such-host': ({ host }) => `no existe el host ${host}`,
  'network.cut': 'se ha cortado la conexión',
  'network.not-open': 'el mundo todavía no está abierto',
  'network.many-redirects': ({ count }) => `más de ${count} redirecciones`,
  'network.circle': 'las páginas dan vueltas en círculo',
  'network.cut-off': ({ origin }) =>
    `${origin} ha cortado a mitad de su respuesta: la conexión se cerró antes de que llegara entera.`,
  'network.too-large': ({ origin, count }) =>
    `La respuesta de ${origin} ocupa más de ${count} bytes y no se ha leído entera.`,
  'network.host-not-found': ({ host }) =>
    `No existe el host ${host}: no se ha encontrado su nombre. Comprueba la dirección y la red.`,
  'network.connection-refused': ({ origin }) =>
    `Nadie escucha en ${origin}: la conexión ha sido rechazada. ¿Está FusionAuth en marcha allí?`,
  'network.no-way': ({ origin }) => `En esta red no hay ningún camino hasta ${origin}.`,
  'network.timeout': ({ origin, count }) =>
    `${origin} no ha respondido por completo en ${count} segundos. ¿Está sobrecargado o bloqueado?`,
  'network.upgraded': ({ origin }) => `${origin} quiere hablar algo que no es HTTP.`,
  'network.no-tls': ({ origin }) => `${origin} no habla TLS. ¿Su dirección es http: y no https:?`,
  'network.bad-header':
    'La petición contiene un carácter que ninguna cabecera HTTP puede llevar, así que no se ha enviado.',
  'network.not-http': ({ origin, code }) =>
    `Lo que responde ${origin} no es HTTP (${code}). ¿Escucha allí otra cosa?`,
  'network.damaged': ({ origin, code }) =>
    `La respuesta de ${origin} viene comprimida, y la compresión está dañada (${code}).`,
  'network.certificate': ({ origin, code }) =>
    `El certificado de ${origin} no es de confianza (${code}).`,
  'network.failed': ({ origin, code }) =>
    `El intercambio con ${origin} ha fallado${code === '' ? '' : ` (${code})`}.`,
  'network.other-origin': ({ origin }) =>
    `Login Lab habla solo con ${origin}, y con ninguna otra dirección.`,
  'cors.missing': ({ header }) => `la respuesta no tiene ${header}`,
  'cors.any-origin': ({ header }) => `con credenciales, ${header} debe nombrar el origen, no *`,
  'cors.other-origin': ({ header, allowed, origin }) =>
    `${header} es ${allowed}, y la página es de ${origin}`,
  'cors.credentials': ({ header }) => `la respuesta no permite credenciales (${header})`,
  'cors.preflight-status': ({ status }) => `al preflight se respondió con el estado ${status}`,
  'cors.not-listed': ({ header, name }) => `${header} no incluye ${name}`,
}
