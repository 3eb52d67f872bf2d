import type { HeaderList } from '../../model/wire.ts'
import { headerValues } from '../wire.ts'

/**
 * What a page's Content-Security-Policy lets its scripts be and do (Content Security Policy Level 3,
 * §6): the directives that matter to an agent, and of their sources those that our pages use.
 */

/** Policies of one page; each must agree. */
export type ContentPolicy = readonly ReadonlyMap<string, readonly string[]>[]

/** The directive that forbids something, with its sources as the page has them. */
export interface PolicyRefusal {
  readonly directive: string
  readonly sources: readonly string[]
}

/** Reads the policies that came with a page. */
export const contentPolicyOf = (headers: HeaderList): ContentPolicy =>
  headerValues(headers, 'content-security-policy')
    .flatMap((value) => value.split(','))
    .map((policy) => {
      const directives = new Map<string, readonly string[]>()
      for (const directive of policy.split(';')) {
        const [name, ...sources] = directive.trim().split(/\s+/)
        const key = name?.toLowerCase() ?? ''
        if (key !== '' && !directives.has(key)) directives.set(key, sources)
      }
      return directives
    })

/** What is asked of a policy: kinds of fetching and of running. */
type PolicyCheck =
  | { readonly kind: 'inline'; readonly nonce: string | null }
  /** An `onerror` or the like: no nonce can vouch for it. */
  | { readonly kind: 'handler' }
  | { readonly kind: 'connect' | 'image' | 'frame' | 'form'; readonly url: string }

/** Directives that speak for a check, the first that stands in the policy decides (§6.8). */
const directivesOf: Readonly<Record<PolicyCheck['kind'], readonly string[]>> = {
  inline: ['script-src-elem', 'script-src', 'default-src'],
  handler: ['script-src-attr', 'script-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
  image: ['img-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
  form: ['form-action'],
}

const vouches = /^'(nonce-|sha256-|sha384-|sha512-)/

const runs = (sources: readonly string[], check: PolicyCheck): boolean => {
  if (check.kind === 'inline' && check.nonce !== null && check.nonce !== '')
    if (sources.includes(`'nonce-${check.nonce}'`)) return true
  return sources.includes("'unsafe-inline'") && !sources.some((source) => vouches.test(source))
}

/** `https://a.example`, `https://*.a.example`, `a.example`, `https:` or `*` (§6.7.2). */
const matches = (source: string, url: URL, self: URL): boolean => {
  if (source === '*') return /^https?:$/.test(url.protocol) || url.protocol === self.protocol
  if (source === "'self'") return url.origin === self.origin
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return url.protocol === source.toLowerCase()
  const given = URL.parse(source.includes('://') ? source : `${self.protocol}//${source}`)
  if (given === null || given.protocol !== url.protocol || given.port !== url.port) return false
  const host = source.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/:]/, 1)[0] ?? ''
  const fits = host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1).toLowerCase())
    : url.hostname === given.hostname
  const { pathname } = given
  return fits && (pathname === '/' || url.pathname === pathname)
}

/** Why a policy forbids what a page wants to do at `self`; null when all allow it. */
export const forbids = (
  policy: ContentPolicy,
  self: string,
  check: PolicyCheck,
): PolicyRefusal | null => {
  for (const directives of policy) {
    const directive = directivesOf[check.kind].find((name) => directives.has(name))
    if (directive === undefined) continue
    const sources = directives.get(directive) ?? []
    const allowed =
      check.kind === 'inline' || check.kind === 'handler'
        ? runs(sources, check)
        : sources.some((source) => matches(source, new URL(check.url), new URL(self)))
    if (!allowed) return { directive, sources }
  }
  return null
}
