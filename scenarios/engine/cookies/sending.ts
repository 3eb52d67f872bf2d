import type { Cookie } from '../../model/cookie.ts'
import { isPublicSuffix } from '../site.ts'
import { domainMatches, pathMatches } from './match.ts'
import type { Context } from './situation.ts'

/**
 * Why a cookie goes along with a request, or stays at home: RFC 10025 §5.8.3, one rule a row,
 * in the order of the retrieval algorithm. The first rule that withholds decides.
 */

/** One sentence for a learner, with the rule's name and where it stands. */
export interface SendingDecision {
  readonly rule: string
  readonly source: string
  readonly because: string
}

interface SendingRule {
  readonly name: string
  readonly source: string
  /** The sentence when this rule withholds the cookie, else null. */
  readonly withholds: (cookie: Cookie, context: Context) => string | null
}

const instant = (time: number): string => new Date(time).toISOString()

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

const isSafe = (context: Context): boolean => safeMethods.includes(context.method.toUpperCase())

const isYoung = (cookie: Cookie, { now, policy }: Context): boolean =>
  policy.laxAllowingUnsafe !== null && now - cookie.createdAt <= policy.laxAllowingUnsafe

/** Rules about the cookie and the address; they hold for requests and for scripts alike. */
const scopeRules: readonly SendingRule[] = [
  {
    name: 'expired',
    source: 'RFC 10025 §5.7',
    withholds: ({ expiresAt }, { now }) =>
      expiresAt !== null && expiresAt <= now
        ? `This cookie expired at ${instant(expiresAt)}, and it is ${instant(now)} now.`
        : null,
  },
  {
    name: 'host-only',
    source: 'RFC 10025 §5.8.3',
    withholds: ({ hostOnly, domain }, { host }) =>
      hostOnly && host !== domain
        ? `This cookie belongs to ${domain} alone (host-only), and the request goes to ${host}.`
        : null,
  },
  {
    name: 'domain',
    source: 'RFC 10025 §5.8.3 and §5.1.3',
    withholds: ({ hostOnly, domain }, { host }) =>
      !hostOnly && !domainMatches(host, domain)
        ? `This cookie belongs to ${domain} and its subdomains, and the request goes to ${host}.`
        : null,
  },
  {
    name: 'public-suffix',
    source: 'RFC 10025 §5.8.3',
    withholds: ({ hostOnly, domain }) =>
      !hostOnly && isPublicSuffix(domain)
        ? `This cookie claims every host under ${domain}, where the names belong to unrelated people (a public suffix).`
        : null,
  },
  {
    name: 'path',
    source: 'RFC 10025 §5.8.3 and §5.1.4',
    withholds: (cookie, { path }) =>
      pathMatches(path, cookie.path)
        ? null
        : `This cookie is for ${cookie.path} and the paths under it, and the request asks for ${path}.`,
  },
  {
    name: 'secure',
    source: 'RFC 10025 §5.8.3',
    withholds: (cookie, { secure, host }) =>
      cookie.secure && !secure
        ? `This cookie is Secure, so it travels over https only, and the request to ${host} is plain http.`
        : null,
  },
]

const scriptRules: readonly SendingRule[] = [
  {
    name: 'http-only',
    source: 'RFC 10025 §5.8.3',
    withholds: ({ httpOnly }) =>
      httpOnly ? 'This cookie is HttpOnly: no script of the page may read it.' : null,
  },
]

/** What keeps a Lax cookie out of a cross-site request; null when nothing does. */
const laxObstacle = (context: Context): string | null => {
  if (!context.topLevel)
    return 'this request was made inside a page (an image, a frame or a script), not to open one in a tab'
  return isSafe(context) ? null : `this request is a ${context.method}`
}

const laxTerms = 'from another site it goes only when a page is opened with a safe method like GET'

const siteRules: readonly SendingRule[] = [
  {
    name: 'same-site-strict',
    source: 'RFC 10025 §5.8.3 and §5.6.7.1',
    withholds: ({ sameSite }, { crossSite, from, site }) =>
      sameSite === 'strict' && crossSite
        ? `This cookie is SameSite=Strict, and the request to ${site} was begun by another site: ${from}.`
        : null,
  },
  {
    name: 'same-site-lax',
    source: 'RFC 10025 §5.8.3 and §5.6.7.1',
    withholds: ({ sameSite }, context) => {
      const obstacle = context.crossSite ? laxObstacle(context) : null
      return sameSite === 'lax' && obstacle !== null
        ? `This cookie is SameSite=Lax: ${laxTerms}; ${obstacle}, begun by ${context.from}.`
        : null
    },
  },
  {
    name: 'same-site-default',
    source: 'RFC 10025 §5.8.3 and §5.6.7.2',
    withholds: (cookie, context) => {
      const obstacle = context.crossSite ? laxObstacle(context) : null
      if (cookie.sameSite !== 'default' || obstacle === null) return null
      if (context.topLevel && isYoung(cookie, context)) return null
      const age = Math.floor((context.now - cookie.createdAt) / 1000)
      const tooOld =
        context.topLevel && context.policy.laxAllowingUnsafe !== null
          ? ` The exception for cookies of at most ${context.policy.laxAllowingUnsafe / 1000} seconds is over: it has had this value for ${age} seconds.`
          : ''
      return `This cookie has no SameSite attribute and counts as Lax: ${laxTerms}; ${obstacle}, begun by ${context.from}.${tooOld}`
    },
  },
  {
    name: 'third-party',
    source: 'RFC 10025 §7.1',
    withholds: (_cookie, { policy, topLevel, crossSite, host, from }) =>
      policy.blockThirdParty && !topLevel && crossSite
        ? `This browser blocks third-party cookies, and the request to ${host} was made inside a page of ${from}.`
        : null,
  },
]

const firstWithheld = (
  rules: readonly SendingRule[],
  cookie: Cookie,
  context: Context,
): SendingDecision | null => {
  for (const { name, source, withholds } of rules) {
    const because = withholds(cookie, context)
    if (because !== null) return { rule: name, source, because }
  }
  return null
}

/** Rules that let a cookie go; the names are part of `sendingRules`. */
const reasonToSend = (cookie: Cookie, context: Context): SendingDecision => {
  const { crossSite, from, site, initiator, host } = context
  if (initiator === null)
    return {
      rule: 'no-initiator',
      source: 'RFC 10025 §5.2',
      because: `Host and path fit, and no page of another site began this request to ${host}.`,
    }
  if (!crossSite)
    return {
      rule: 'same-site',
      source: 'RFC 10025 §5.2',
      because: `Host and path fit, and the page that began this request belongs to the same site, ${site}.`,
    }
  if (cookie.sameSite === 'none')
    return {
      rule: 'same-site-none',
      source: 'RFC 10025 §5.6.7',
      because: `This cookie is SameSite=None, so it goes along although another site, ${from}, began the request.`,
    }
  if (isSafe(context))
    return {
      rule: 'lax-navigation',
      source: 'RFC 10025 §5.6.7.1',
      because: `Another site, ${from}, began this request, but it opens a page with a safe method (${context.method}), which Lax allows.`,
    }
  return {
    rule: 'lax-allowing-unsafe',
    source: 'RFC 10025 §5.6.7.2',
    because: `Another site, ${from}, began this ${context.method}, but the cookie has no SameSite attribute and is younger than the exception for new cookies.`,
  }
}

/** The verdict of a request about one cookie. */
export const judgeSending = (
  cookie: Cookie,
  context: Context,
): SendingDecision & { readonly sent: boolean } => {
  const withheld = firstWithheld([...scopeRules, ...siteRules], cookie, context)
  return withheld === null
    ? { ...reasonToSend(cookie, context), sent: true }
    : { ...withheld, sent: false }
}

/** True when a script of the page at the context's address may read the cookie. */
export const scriptMayRead = (cookie: Cookie, context: Context): boolean =>
  firstWithheld([...scopeRules, ...scriptRules], cookie, context) === null

/** Names of all rules that a sending verdict can carry. */
export const sendingRules: readonly string[] = [
  ...[...scopeRules, ...siteRules].map(({ name }) => name),
  'no-initiator',
  'same-site',
  'same-site-none',
  'lax-navigation',
  'lax-allowing-unsafe',
]
