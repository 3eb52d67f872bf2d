import type { Cookie } from '../../model/cookie.ts'
import { isPublicSuffix } from '../site.ts'
import { domainMatches, pathMatches } from './match.ts'
import type { Context } from './situation.ts'
import { type Text, textOf } from '../../model/text.ts'

/**
 * Why a cookie goes along with a request, or stays at home: RFC 10025 §5.8.3, one rule a row,
 * in the order of the retrieval algorithm. The first rule that withholds decides.
 */

/** A sentence for a learner, with the rule's name and where it stands. */
export interface SendingDecision {
  readonly rule: string
  readonly source: string
  readonly reason: Text
}

interface SendingRule {
  readonly name: string
  readonly source: string
  /** The reason when this rule withholds the cookie, else null. */
  readonly withholds: (cookie: Cookie, context: Context) => Text | null
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
        ? textOf('cookie.expired', { expiry: instant(expiresAt), now: instant(now) })
        : null,
  },
  {
    name: 'host-only',
    source: 'RFC 10025 §5.8.3',
    withholds: ({ hostOnly, domain }, { host }) =>
      hostOnly && host !== domain ? textOf('cookie.host-only', { domain, host }) : null,
  },
  {
    name: 'domain',
    source: 'RFC 10025 §5.8.3 and §5.1.3',
    withholds: ({ hostOnly, domain }, { host }) =>
      !hostOnly && !domainMatches(host, domain) ? textOf('cookie.domain', { domain, host }) : null,
  },
  {
    name: 'public-suffix',
    source: 'RFC 10025 §5.8.3',
    withholds: ({ hostOnly, domain }) =>
      !hostOnly && isPublicSuffix(domain) ? textOf('cookie.public-suffix', { domain }) : null,
  },
  {
    name: 'path',
    source: 'RFC 10025 §5.8.3 and §5.1.4',
    withholds: (cookie, { path }) =>
      pathMatches(path, cookie.path)
        ? null
        : textOf('cookie.path', { path: cookie.path, asked: path }),
  },
  {
    name: 'secure',
    source: 'RFC 10025 §5.8.3',
    withholds: (cookie, { secure, host }) =>
      cookie.secure && !secure ? textOf('cookie.secure', { host }) : null,
  },
]

const scriptRules: readonly SendingRule[] = [
  {
    name: 'http-only',
    source: 'RFC 10025 §5.8.3',
    withholds: ({ httpOnly }) => (httpOnly ? textOf('cookie.http-only') : null),
  },
]

/**
 * What keeps a Lax cookie out of a cross-site request: its method, or (null) that it was made inside a
 * page. Undefined when nothing does.
 */
const laxObstacle = (context: Context): { readonly method: string | null } | undefined => {
  if (!context.topLevel) return { method: null }
  return isSafe(context) ? undefined : { method: context.method }
}

const siteRules: readonly SendingRule[] = [
  {
    name: 'same-site-strict',
    source: 'RFC 10025 §5.8.3 and §5.6.7.1',
    withholds: ({ sameSite }, { crossSite, from, site }) =>
      sameSite === 'strict' && crossSite ? textOf('cookie.same-site-strict', { site, from }) : null,
  },
  {
    name: 'same-site-lax',
    source: 'RFC 10025 §5.8.3 and §5.6.7.1',
    withholds: ({ sameSite }, context) => {
      const obstacle = context.crossSite ? laxObstacle(context) : undefined
      return sameSite === 'lax' && obstacle !== undefined
        ? textOf('cookie.same-site-lax', { ...obstacle, from: context.from })
        : null
    },
  },
  {
    name: 'same-site-default',
    source: 'RFC 10025 §5.8.3 and §5.6.7.2',
    withholds: (cookie, context) => {
      const obstacle = context.crossSite ? laxObstacle(context) : undefined
      if (cookie.sameSite !== 'default' || obstacle === undefined) return null
      if (context.topLevel && isYoung(cookie, context)) return null
      const age = Math.floor((context.now - cookie.createdAt) / 1000)
      const exception =
        context.topLevel && context.policy.laxAllowingUnsafe !== null
          ? { seconds: context.policy.laxAllowingUnsafe / 1000, age }
          : null
      return textOf('cookie.same-site-default', { ...obstacle, from: context.from, exception })
    },
  },
  {
    name: 'third-party',
    source: 'RFC 10025 §7.1',
    withholds: (_cookie, { policy, topLevel, crossSite, host, from }) =>
      policy.blockThirdParty && !topLevel && crossSite
        ? textOf('cookie.third-party', { host, from })
        : null,
  },
]

const firstWithheld = (
  rules: readonly SendingRule[],
  cookie: Cookie,
  context: Context,
): SendingDecision | null => {
  for (const { name, source, withholds } of rules) {
    const reason = withholds(cookie, context)
    if (reason !== null) return { rule: name, source, reason }
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
      reason: textOf('cookie.no-initiator', { host }),
    }
  if (!crossSite)
    return {
      rule: 'same-site',
      source: 'RFC 10025 §5.2',
      reason: textOf('cookie.same-site', { site }),
    }
  if (cookie.sameSite === 'none')
    return {
      rule: 'same-site-none',
      source: 'RFC 10025 §5.6.7',
      reason: textOf('cookie.same-site-none', { from }),
    }
  if (isSafe(context))
    return {
      rule: 'lax-navigation',
      source: 'RFC 10025 §5.6.7.1',
      reason: textOf('cookie.lax-navigation', { from, method: context.method }),
    }
  return {
    rule: 'lax-allowing-unsafe',
    source: 'RFC 10025 §5.6.7.2',
    reason: textOf('cookie.lax-allowing-unsafe', { from, method: context.method }),
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
