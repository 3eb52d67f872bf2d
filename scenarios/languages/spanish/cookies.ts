import type { Translations } from '../translator.ts'

const lax = 'desde otro sitio solo va cuando se abre una página con un método seguro como GET'

/** Why a cookie was sent or withheld, stored or refused. */
export const cookies: Translations = {
  // Withheld
  'This cookie expired at {then}, and it is {now} now.':
    'Esta cookie caducó a las {then}, y ahora son las {now}.',
  'This cookie belongs to {domain} alone (host-only), and the request goes to {host}.':
    'Esta cookie es solo de {domain} (host-only), y la petición va a {host}.',
  'This cookie belongs to {domain} and its subdomains, and the request goes to {host}.':
    'Esta cookie es de {domain} y sus subdominios, y la petición va a {host}.',
  'This cookie claims every host under {domain}, where the names belong to unrelated people (a public suffix).':
    'Esta cookie reclama todos los hosts bajo {domain}, cuyos nombres pertenecen a gente sin relación entre sí (un sufijo público).',
  'This cookie is for {path} and the paths under it, and the request asks for {asked}.':
    'Esta cookie es para {path} y las rutas que cuelgan de ella, y la petición pide {asked}.',
  'This cookie is Secure, so it travels over https only, and the request to {host} is plain http.':
    'Esta cookie es Secure, así que solo viaja por https, y la petición a {host} va por http sin cifrar.',
  'This cookie is SameSite=Strict, and the request to {site} was begun by another site: {from}.':
    'Esta cookie es SameSite=Strict, y la petición a {site} la inició otro sitio: {from}.',
  'This cookie is SameSite=Lax: from another site it goes only when a page is opened with a safe method like GET; {obstacle}, begun by {from}.': `Esta cookie es SameSite=Lax: ${lax}; {obstacle~}, iniciada por {from}.`,
  'This cookie has no SameSite attribute and counts as Lax: from another site it goes only when a page is opened with a safe method like GET; {obstacle}, begun by {from}.': `Esta cookie no tiene atributo SameSite y cuenta como Lax: ${lax}; {obstacle~}, iniciada por {from}.`,
  'The exception for cookies of at most {seconds} seconds is over: it has had this value for {age} seconds.':
    'La excepción para cookies de {seconds} segundos como mucho ya ha pasado: lleva {age} segundos con este valor.',
  'this request was made inside a page (an image, a frame or a script), not to open one in a tab':
    'esta petición se hizo dentro de una página (una imagen, un marco o un script), no para abrir una en una pestaña',
  'this request is a {method}': 'esta petición es un {method}',
  'This browser blocks third-party cookies, and the request to {host} was made inside a page of {from}.':
    'Este navegador bloquea las cookies de terceros, y la petición a {host} se hizo dentro de una página de {from}.',

  // Sent
  'Host and path fit, and no page of another site began this request to {host}.':
    'El host y la ruta coinciden, y ninguna página de otro sitio inició esta petición a {host}.',
  'Host and path fit, and the page that began this request belongs to the same site, {site}.':
    'El host y la ruta coinciden, y la página que inició esta petición es del mismo sitio, {site}.',
  'This cookie is SameSite=None, so it goes along although another site, {from}, began the request.':
    'Esta cookie es SameSite=None, así que va aunque otro sitio, {from}, haya iniciado la petición.',
  'Another site, {from}, began this request, but it opens a page with a safe method ({method}), which Lax allows.':
    'Otro sitio, {from}, inició esta petición, pero abre una página con un método seguro ({method}), y eso Lax lo permite.',
  'Another site, {from}, began this {method}, but the cookie has no SameSite attribute and is younger than the exception for new cookies.':
    'Otro sitio, {from}, inició este {method}, pero la cookie no tiene atributo SameSite y es más joven que la excepción para cookies nuevas.',
  'The {agent} typed this cookie in by hand; it is in no jar.':
    'El {agent} escribió esta cookie a mano; no está en ningún almacén de cookies.',

  // Stored
  'Stored for {domain} alone.': 'Guardada solo para {domain}.',
  'Stored for {domain} and its subdomains.': 'Guardada para {domain} y sus subdominios.',
  'Stored in place of the cookie of the same name, domain and path.':
    'Guardada en lugar de la cookie con el mismo nombre, dominio y ruta.',
  'Stored; {site} had too many cookies, so {count} of them were thrown out.':
    'Guardada; {site} tenía demasiadas cookies, así que se han descartado {count}.',
  'It will live for 400 days, the longest life that a browser grants.':
    'Vivirá 400 días, la vida más larga que concede un navegador.',
  "{names} was left out: an attribute's value may have 1024 octets at most.":
    '{names} se ha omitido: el valor de un atributo puede tener 1024 octetos como mucho.',
  'Its time is over, so the cookie {cookie} was deleted.':
    'Su tiempo ha terminado, así que la cookie {cookie} se ha borrado.',

  // Refused
  'Its time is over, which would delete {cookie}; but the jar holds no cookie of exactly this name, domain and path.':
    'Su tiempo ha terminado, lo que borraría {cookie}; pero el almacén no tiene ninguna cookie con exactamente este nombre, dominio y ruta.',
  '{site} has too many cookies; the jar kept {count} of them, and not this one.':
    '{site} tiene demasiadas cookies; el almacén ha conservado {count}, y esta no.',
  'It holds a control character, so the whole header field is ignored.':
    'Contiene un carácter de control, así que se ignora toda la cabecera.',
  'Its name and value together are longer than 4096 octets.':
    'Su nombre y su valor ocupan juntos más de 4096 octetos.',
  'This browser blocks third-party cookies, and {host} was asked from inside a page of {from}.':
    'Este navegador bloquea las cookies de terceros, y a {host} se le preguntó desde dentro de una página de {from}.',
  'It has neither a name nor a value.': 'No tiene ni nombre ni valor.',
  'Domain={domain} holds characters outside ASCII; an international name must be written in its xn-- form.':
    'Domain={domain} contiene caracteres fuera de ASCII; un nombre internacional debe escribirse en su forma xn--.',
  'Domain={domain} would give the cookie to every host under {domain}, where the names belong to unrelated people (a public suffix).':
    'Domain={domain} daría la cookie a todos los hosts bajo {domain}, cuyos nombres pertenecen a gente sin relación entre sí (un sufijo público).',
  '{host} may not set a cookie for {domain}: it is neither that host nor a host under it.':
    '{host} no puede poner una cookie para {domain}: no es ese host ni uno que cuelgue de él.',
  'The cookie is Secure, and {host} answered over plain http.':
    'La cookie es Secure, y {host} respondió por http sin cifrar.',
  'The jar holds a Secure cookie of this name for {domain}, and plain http may not overlay it.':
    'El almacén tiene una cookie Secure con este nombre para {domain}, y http sin cifrar no puede taparla.',
  '{host} was asked from inside a page of another site, {from}; there it may set SameSite=None cookies only.':
    'A {host} se le preguntó desde dentro de una página de otro sitio, {from}; ahí solo puede poner cookies SameSite=None.',
  'SameSite=None is accepted only together with Secure.':
    'SameSite=None solo se acepta junto con Secure.',
  'A name that begins with {prefix} promises more than this cookie keeps: {lacks}.':
    'Un nombre que empieza por {prefix} promete más de lo que esta cookie cumple: {lacks~}.',
  'it is not Secure, and {others}': 'no es Secure, y {others~}',
  'it does not say Path=/, and {others}': 'no dice Path=/, y {others~}',
  'it is not Secure': 'no es Secure',
  'it is not HttpOnly': 'no es HttpOnly',
  'it does not say Path=/': 'no dice Path=/',
  'it names a Domain': 'nombra un Domain',
  'It has no name, and its value could be taken for a name with a protected prefix.':
    'No tiene nombre, y su valor podría tomarse por un nombre con un prefijo protegido.',
}
