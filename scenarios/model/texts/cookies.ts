import type { AgentName } from '../participant.ts'
import type { None } from './param.ts'

/** What a name prefix can promise of a cookie (RFC 10025 §4.1.3). */
export type Pledge = 'secure' | 'http-only' | 'root-path' | 'host-only'

/** Why a cookie was sent or withheld, stored or refused. */
export interface CookieTexts {
  readonly 'cookie.expired': { readonly expiry: string; readonly now: string }
  readonly 'cookie.host-only': { readonly domain: string; readonly host: string }
  readonly 'cookie.domain': { readonly domain: string; readonly host: string }
  readonly 'cookie.public-suffix': { readonly domain: string }
  readonly 'cookie.path': { readonly path: string; readonly asked: string }
  readonly 'cookie.secure': { readonly host: string }
  readonly 'cookie.http-only': None
  readonly 'cookie.same-site-strict': { readonly site: string; readonly from: string }
  readonly 'cookie.same-site-lax': { readonly method: string | null; readonly from: string }
  readonly 'cookie.same-site-default': {
    readonly method: string | null
    readonly from: string
    /** The exception for new cookies that is over, in seconds; null when it does not apply. */
    readonly exception: { readonly seconds: number; readonly age: number } | null
  }
  readonly 'cookie.third-party': { readonly host: string; readonly from: string }
  readonly 'cookie.no-initiator': { readonly host: string }
  readonly 'cookie.same-site': { readonly site: string }
  readonly 'cookie.same-site-none': { readonly from: string }
  readonly 'cookie.lax-navigation': { readonly from: string; readonly method: string }
  readonly 'cookie.lax-allowing-unsafe': { readonly from: string; readonly method: string }
  readonly 'cookie.handmade': { readonly agent: AgentName }
  readonly 'set-cookie.stored-for-host': { readonly domain: string }
  readonly 'set-cookie.stored-for-domain': { readonly domain: string }
  readonly 'set-cookie.replaced': None
  readonly 'set-cookie.made-room': { readonly site: string; readonly count: number }
  readonly 'set-cookie.lifetime-capped': None
  readonly 'set-cookie.attribute-too-long': { readonly names: readonly string[] }
  readonly 'set-cookie.deleted': { readonly cookie: string }
  readonly 'set-cookie.nothing-to-delete': { readonly cookie: string }
  readonly 'set-cookie.no-room': { readonly site: string; readonly count: number }
  readonly 'set-cookie.control-character': None
  readonly 'set-cookie.too-large': None
  readonly 'set-cookie.third-party': { readonly host: string; readonly from: string }
  readonly 'set-cookie.empty': None
  readonly 'set-cookie.domain-not-ascii': { readonly domain: string }
  readonly 'set-cookie.public-suffix': { readonly domain: string }
  readonly 'set-cookie.domain': { readonly host: string; readonly domain: string }
  readonly 'set-cookie.secure': { readonly host: string }
  readonly 'set-cookie.leave-secure-alone': { readonly domain: string }
  readonly 'set-cookie.same-site': { readonly host: string; readonly from: string }
  readonly 'set-cookie.none-needs-secure': None
  readonly 'set-cookie.prefix': { readonly prefix: string; readonly broken: readonly Pledge[] }
  readonly 'set-cookie.prefix-without-name': None
}
