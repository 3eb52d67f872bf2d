import type { Cookie } from '../../model/cookie.ts'
import type { SetCookie } from '../set-cookie.ts'
import { isPublicSuffix } from '../site.ts'
import { domainMatches, pathMatches } from './match.ts'
import type { SendingDecision } from './sending.ts'
import type { Context } from './situation.ts'
import type { Pledge } from '../../model/texts/cookies.ts'
import { type Text, textOf } from '../../model/text.ts'

/**
 * Why a Set-Cookie that could be read is refused: RFC 10025 §5.7, one rule a row, in the order
 * of the storage algorithm. The first rule that refuses decides.
 */

/** A cookie at the door of the jar. */
export interface Incoming {
  readonly said: SetCookie
  readonly cookie: Cookie
  readonly context: Context
  /** What the jar holds already, expired cookies gone. */
  readonly jar: readonly Cookie[]
}

interface RefusalRule {
  readonly name: string
  readonly source: string
  /** The reason when this rule refuses the cookie, else null. */
  readonly refuses: (incoming: Incoming) => Text | null
}

const hasPrefix = (text: string, prefix: string): boolean => text.toLowerCase().startsWith(prefix)

/** Whether a cookie keeps what a name prefix can promise. */
const keeps: Readonly<Record<Pledge, (incoming: Incoming) => boolean>> = {
  secure: ({ cookie }) => cookie.secure,
  'http-only': ({ cookie }) => cookie.httpOnly,
  'root-path': ({ said }) => said.path === '/',
  // Step 21 asks for the host-only flag, which a public suffix that names itself gets too; browsers
  // refuse any Domain, as servers are told in §4.1.3.2.
  'host-only': ({ said }) => said.domain === null,
}

const prefixRule = (
  name: string,
  prefix: string,
  source: string,
  pledged: readonly Pledge[],
): RefusalRule => ({
  name,
  source,
  refuses: (incoming) => {
    if (!hasPrefix(incoming.cookie.name, prefix.toLowerCase())) return null
    const broken = pledged.filter((pledge) => !keeps[pledge](incoming))
    return broken.length === 0 ? null : textOf('set-cookie.prefix', { prefix, broken })
  },
})

const prefixes = ['__secure-', '__host-', '__http-', '__host-http-']

const rules: readonly RefusalRule[] = [
  {
    name: 'third-party',
    source: 'RFC 10025 §7.1',
    refuses: ({ context: { policy, topLevel, crossSite, host, from } }) =>
      policy.blockThirdParty && !topLevel && crossSite
        ? textOf('set-cookie.third-party', { host, from })
        : null,
  },
  {
    name: 'empty',
    source: 'RFC 10025 §5.7 step 2',
    refuses: ({ cookie }) =>
      cookie.name === '' && cookie.value === '' ? textOf('set-cookie.empty') : null,
  },
  {
    name: 'domain-not-ascii',
    source: 'RFC 10025 §5.7 step 8',
    refuses: ({ said }) =>
      // oxlint-disable-next-line no-control-regex
      /[^\x01-\x7f]/.test(said.domain ?? '')
        ? textOf('set-cookie.domain-not-ascii', { domain: said.domain ?? '' })
        : null,
  },
  {
    name: 'public-suffix',
    source: 'RFC 10025 §5.7 step 9',
    refuses: ({ said: { domain }, context: { host } }) =>
      domain !== null && domain !== host && isPublicSuffix(domain)
        ? textOf('set-cookie.public-suffix', { domain })
        : null,
  },
  {
    name: 'domain',
    source: 'RFC 10025 §5.7 step 10',
    refuses: ({ cookie, context: { host } }) =>
      cookie.hostOnly || domainMatches(host, cookie.domain)
        ? null
        : textOf('set-cookie.domain', { host, domain: cookie.domain }),
  },
  {
    name: 'secure',
    source: 'RFC 10025 §5.7 step 13',
    refuses: ({ cookie, context }) =>
      cookie.secure && !context.secure ? textOf('set-cookie.secure', { host: context.host }) : null,
  },
  {
    name: 'leave-secure-alone',
    source: 'RFC 10025 §5.7 step 16',
    refuses: ({ cookie, context, jar }) => {
      if (cookie.secure || context.secure) return null
      const owner = jar.find(
        (old) =>
          old.secure &&
          old.name === cookie.name &&
          (domainMatches(old.domain, cookie.domain) || domainMatches(cookie.domain, old.domain)) &&
          pathMatches(cookie.path, old.path),
      )
      return owner === undefined
        ? null
        : textOf('set-cookie.leave-secure-alone', { domain: owner.domain })
    },
  },
  {
    name: 'same-site',
    source: 'RFC 10025 §5.7 step 18',
    refuses: ({ cookie, context: { crossSite, topLevel, host, from } }) =>
      cookie.sameSite !== 'none' && crossSite && !topLevel
        ? textOf('set-cookie.same-site', { host, from })
        : null,
  },
  {
    name: 'none-needs-secure',
    source: 'RFC 10025 §5.7 step 19',
    refuses: ({ cookie }) =>
      cookie.sameSite === 'none' && !cookie.secure ? textOf('set-cookie.none-needs-secure') : null,
  },
  prefixRule('prefix-secure', '__Secure-', 'RFC 10025 §5.7 step 20', ['secure']),
  prefixRule('prefix-host', '__Host-', 'RFC 10025 §5.7 step 21', [
    'secure',
    'root-path',
    'host-only',
  ]),
  prefixRule('prefix-http', '__Http-', 'draft-ietf-httpbis-layered-cookies', [
    'secure',
    'http-only',
  ]),
  prefixRule('prefix-host-http', '__Host-Http-', 'draft-ietf-httpbis-layered-cookies', [
    'secure',
    'root-path',
    'host-only',
    'http-only',
  ]),
  {
    name: 'prefix-without-name',
    source: 'RFC 10025 §5.7 step 22',
    refuses: ({ cookie }) =>
      cookie.name === '' && prefixes.some((prefix) => hasPrefix(cookie.value, prefix))
        ? textOf('set-cookie.prefix-without-name')
        : null,
  },
]

/** The first rule that refuses; null when the cookie may be stored. */
export const refusal = (incoming: Incoming): SendingDecision | null => {
  for (const { name, source, refuses } of rules) {
    const reason = refuses(incoming)
    if (reason !== null) return { rule: name, source, reason }
  }
  return null
}

/** Names of the rules that refuse, in their order. */
export const refusalRules: readonly string[] = rules.map(({ name }) => name)
