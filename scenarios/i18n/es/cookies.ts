import type { TextCatalogue } from '../catalogue.ts'
import type { CookieTexts, Pledge } from '../../model/texts/cookies.ts'

const laxTerms = 'desde otro sitio solo va cuando se abre una página con un método seguro como GET'

const laxObstacle = (method: string | null): string =>
  method === null
    ? 'esta petición se hizo dentro de una página (una imagen, un marco o un script), no para abrir una en una pestaña'
    : `esta petición es un ${method}`

const lacks: Readonly<Record<Pledge, string>> = {
  secure: 'no es Secure',
  'http-only': 'no es HttpOnly',
  'root-path': 'no dice Path=/',
  'host-only': 'nombra un Domain',
}

export const cookies: TextCatalogue<CookieTexts> = {
  'cookie.expired': ({ expiry, now }) =>
    `Esta cookie caducó a las ${expiry}, y ahora son las ${now}.`,
  'cookie.host-only': ({ domain, host }) =>
    `Esta cookie es solo de ${domain} (host-only), y la petición va a ${host}.`,
  'cookie.domain': ({ domain, host }) =>
    `Esta cookie es de ${domain} y sus subdominios, y la petición va a ${host}.`,
  'cookie.public-suffix': ({ domain }) =>
    `Esta cookie reclama todos los hosts bajo ${domain}, cuyos nombres pertenecen a gente sin relación entre sí (un sufijo público).`,
  'cookie.path': ({ path, asked }) =>
    `Esta cookie es para ${path} y las rutas que cuelgan de ella, y la petición pide ${asked}.`,
  'cookie.secure': ({ host }) =>
    `Esta cookie es Secure, así que solo viaja por https, y la petición a ${host} va por http sin cifrar.`,
  'cookie.http-only': 'Esta cookie es HttpOnly: ningún script de la página puede leerla.',
  'cookie.same-site-strict': ({ site, from }) =>
    `Esta cookie es SameSite=Strict, y la petición a ${site} la inició otro sitio: ${from}.`,
  'cookie.same-site-lax': ({ method, from }) =>
    `Esta cookie es SameSite=Lax: ${laxTerms}; ${laxObstacle(method)}, iniciada por ${from}.`,
  'cookie.same-site-default': ({ method, from, exception }) =>
    `Esta cookie no tiene atributo SameSite y cuenta como Lax: ${laxTerms}; ${laxObstacle(method)}, iniciada por ${from}.${exception === null ? '' : ` La excepción para cookies de ${exception.seconds} segundos como mucho ya ha pasado: lleva ${exception.age} segundos con este valor.`}`,
  'cookie.third-party': ({ host, from }) =>
    `Este navegador bloquea las cookies de terceros, y la petición a ${host} se hizo dentro de una página de ${from}.`,
  'cookie.no-initiator': ({ host }) =>
    `El host y la ruta coinciden, y ninguna página de otro sitio inició esta petición a ${host}.`,
  'cookie.same-site': ({ site }) =>
    `El host y la ruta coinciden, y la página que inició esta petición es del mismo sitio, ${site}.`,
  'cookie.same-site-none': ({ from }) =>
    `Esta cookie es SameSite=None, así que va aunque otro sitio, ${from}, haya iniciado la petición.`,
  'cookie.lax-navigation': ({ from, method }) =>
    `Otro sitio, ${from}, inició esta petición, pero abre una página con un método seguro (${method}), y eso Lax lo permite.`,
  'cookie.lax-allowing-unsafe': ({ from, method }) =>
    `Otro sitio, ${from}, inició este ${method}, pero la cookie no tiene atributo SameSite y es más joven que la excepción para cookies nuevas.`,
  'cookie.handmade': ({ agent }) =>
    `El ${agent} escribió esta cookie a mano; no está en ningún almacén de cookies.`,
  'set-cookie.stored-for-host': ({ domain }) => `Guardada solo para ${domain}.`,
  'set-cookie.stored-for-domain': ({ domain }) => `Guardada para ${domain} y sus subdominios.`,
  'set-cookie.replaced': 'Guardada en lugar de la cookie con el mismo nombre, dominio y ruta.',
  'set-cookie.made-room': ({ site, count }) =>
    `Guardada; ${site} tenía demasiadas cookies, así que se han descartado ${count}.`,
  'set-cookie.lifetime-capped': 'Vivirá 400 días, la vida más larga que concede un navegador.',
  'set-cookie.attribute-too-long': ({ names }) =>
    `${names.join(' y ')} se ha omitido: el valor de un atributo puede tener 1024 octetos como mucho.`,
  'set-cookie.deleted': ({ cookie }) =>
    `Su tiempo ha terminado, así que la cookie ${cookie} se ha borrado.`,
  'set-cookie.nothing-to-delete': ({ cookie }) =>
    `Su tiempo ha terminado, lo que borraría ${cookie}; pero el almacén no tiene ninguna cookie con exactamente este nombre, dominio y ruta.`,
  'set-cookie.no-room': ({ site, count }) =>
    `${site} tiene demasiadas cookies; el almacén ha conservado ${count}, y esta no.`,
  'set-cookie.control-character':
    'Contiene un carácter de control, así que se ignora toda la cabecera.',
  'set-cookie.too-large': 'Su nombre y su valor ocupan juntos más de 4096 octetos.',
  'set-cookie.third-party': ({ host, from }) =>
    `Este navegador bloquea las cookies de terceros, y a ${host} se le preguntó desde dentro de una página de ${from}.`,
  'set-cookie.empty': 'No tiene ni nombre ni valor.',
  'set-cookie.domain-not-ascii': ({ domain }) =>
    `Domain=${domain} contiene caracteres fuera de ASCII; un nombre internacional debe escribirse en su forma xn--.`,
  'set-cookie.public-suffix': ({ domain }) =>
    `Domain=${domain} daría la cookie a todos los hosts bajo ${domain}, cuyos nombres pertenecen a gente sin relación entre sí (un sufijo público).`,
  'set-cookie.domain': ({ host, domain }) =>
    `${host} no puede poner una cookie para ${domain}: no es ese host ni uno que cuelgue de él.`,
  'set-cookie.secure': ({ host }) =>
    `La cookie es Secure, y ${host} respondió por http sin cifrar.`,
  'set-cookie.leave-secure-alone': ({ domain }) =>
    `El almacén tiene una cookie Secure con este nombre para ${domain}, y http sin cifrar no puede taparla.`,
  'set-cookie.same-site': ({ host, from }) =>
    `A ${host} se le preguntó desde dentro de una página de otro sitio, ${from}; ahí solo puede poner cookies SameSite=None.`,
  'set-cookie.none-needs-secure': 'SameSite=None solo se acepta junto con Secure.',
  'set-cookie.prefix': ({ prefix, broken }) =>
    `Un nombre que empieza por ${prefix} promete más de lo que esta cookie cumple: ${broken.map((pledge) => lacks[pledge]).join(', y ')}.`,
  'set-cookie.prefix-without-name':
    'No tiene nombre, y su valor podría tomarse por un nombre con un prefijo protegido.',
}
