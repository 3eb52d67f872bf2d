import type { TextCatalogue } from '../catalogue.ts'
import type { CookieTexts, Pledge } from '../../model/texts/cookies.ts'

const laxTerms = 'from another site it goes only when a page is opened with a safe method like GET'

/** What keeps a Lax cookie out of a cross-site request; a method when it is the method. */
const laxObstacle = (method: string | null): string =>
  method === null
    ? 'this request was made inside a page (an image, a frame or a script), not to open one in a tab'
    : `this request is a ${method}`

const lacks: Readonly<Record<Pledge, string>> = {
  secure: 'it is not Secure',
  'http-only': 'it is not HttpOnly',
  'root-path': 'it does not say Path=/',
  'host-only': 'it names a Domain',
}

export const cookies: TextCatalogue<CookieTexts> = {
  'cookie.expired': ({ expiry, now }) => `This cookie expired at ${expiry}, and it is ${now} now.`,
  'cookie.host-only': ({ domain, host }) =>
    `This cookie belongs to ${domain} alone (host-only), and the request goes to ${host}.`,
  'cookie.domain': ({ domain, host }) =>
    `This cookie belongs to ${domain} and its subdomains, and the request goes to ${host}.`,
  'cookie.public-suffix': ({ domain }) =>
    `This cookie claims every host under ${domain}, where the names belong to unrelated people (a public suffix).`,
  'cookie.path': ({ path, asked }) =>
    `This cookie is for ${path} and the paths under it, and the request asks for ${asked}.`,
  'cookie.secure': ({ host }) =>
    `This cookie is Secure, so it travels over https only, and the request to ${host} is plain http.`,
  'cookie.http-only': 'This cookie is HttpOnly: no script of the page may read it.',
  'cookie.same-site-strict': ({ site, from }) =>
    `This cookie is SameSite=Strict, and the request to ${site} was begun by another site: ${from}.`,
  'cookie.same-site-lax': ({ method, from }) =>
    `This cookie is SameSite=Lax: ${laxTerms}; ${laxObstacle(method)}, begun by ${from}.`,
  'cookie.same-site-default': ({ method, from, exception }) =>
    `This cookie has no SameSite attribute and counts as Lax: ${laxTerms}; ${laxObstacle(method)}, begun by ${from}.${exception === null ? '' : ` The exception for cookies of at most ${exception.seconds} seconds is over: it has had this value for ${exception.age} seconds.`}`,
  'cookie.third-party': ({ host, from }) =>
    `This browser blocks third-party cookies, and the request to ${host} was made inside a page of ${from}.`,
  'cookie.no-initiator': ({ host }) =>
    `Host and path fit, and no page of another site began this request to ${host}.`,
  'cookie.same-site': ({ site }) =>
    `Host and path fit, and the page that began this request belongs to the same site, ${site}.`,
  'cookie.same-site-none': ({ from }) =>
    `This cookie is SameSite=None, so it goes along although another site, ${from}, began the request.`,
  'cookie.lax-navigation': ({ from, method }) =>
    `Another site, ${from}, began this request, but it opens a page with a safe method (${method}), which Lax allows.`,
  'cookie.lax-allowing-unsafe': ({ from, method }) =>
    `Another site, ${from}, began this ${method}, but the cookie has no SameSite attribute and is younger than the exception for new cookies.`,
  'cookie.handmade': ({ agent }) => `The ${agent} typed this cookie in by hand; it is in no jar.`,
  'set-cookie.stored-for-host': ({ domain }) => `Stored for ${domain} alone.`,
  'set-cookie.stored-for-domain': ({ domain }) => `Stored for ${domain} and its subdomains.`,
  'set-cookie.replaced': 'Stored in place of the cookie of the same name, domain and path.',
  'set-cookie.made-room': ({ site, count }) =>
    `Stored; ${site} had too many cookies, so ${count} of them were thrown out.`,
  'set-cookie.lifetime-capped':
    'It will live for 400 days, the longest life that a browser grants.',
  'set-cookie.attribute-too-long': ({ names }) =>
    `${names.join(' and ')} was left out: an attribute's value may have 1024 octets at most.`,
  'set-cookie.deleted': ({ cookie }) => `Its time is over, so the cookie ${cookie} was deleted.`,
  'set-cookie.nothing-to-delete': ({ cookie }) =>
    `Its time is over, which would delete ${cookie}; but the jar holds no cookie of exactly this name, domain and path.`,
  'set-cookie.no-room': ({ site, count }) =>
    `${site} has too many cookies; the jar kept ${count} of them, and not this one.`,
  'set-cookie.control-character':
    'It holds a control character, so the whole header field is ignored.',
  'set-cookie.too-large': 'Its name and value together are longer than 4096 octets.',
  'set-cookie.third-party': ({ host, from }) =>
    `This browser blocks third-party cookies, and ${host} was asked from inside a page of ${from}.`,
  'set-cookie.empty': 'It has neither a name nor a value.',
  'set-cookie.domain-not-ascii': ({ domain }) =>
    `Domain=${domain} holds characters outside ASCII; an international name must be written in its xn-- form.`,
  'set-cookie.public-suffix': ({ domain }) =>
    `Domain=${domain} would give the cookie to every host under ${domain}, where the names belong to unrelated people (a public suffix).`,
  'set-cookie.domain': ({ host, domain }) =>
    `${host} may not set a cookie for ${domain}: it is neither that host nor a host under it.`,
  'set-cookie.secure': ({ host }) => `The cookie is Secure, and ${host} answered over plain http.`,
  'set-cookie.leave-secure-alone': ({ domain }) =>
    `The jar holds a Secure cookie of this name for ${domain}, and plain http may not overlay it.`,
  'set-cookie.same-site': ({ host, from }) =>
    `${host} was asked from inside a page of another site, ${from}; there it may set SameSite=None cookies only.`,
  'set-cookie.none-needs-secure': 'SameSite=None is accepted only together with Secure.',
  'set-cookie.prefix': ({ prefix, broken }) =>
    `A name that begins with ${prefix} promises more than this cookie keeps: ${broken.map((pledge) => lacks[pledge]).join(', and ')}.`,
  'set-cookie.prefix-without-name':
    'It has no name, and its value could be taken for a name with a protected prefix.',
}
