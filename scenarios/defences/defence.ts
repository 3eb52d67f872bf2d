import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { DefenceId, DefenceSettings, Domain } from '../model/defence-settings.ts'

/** Whose switch it is. */
export type Side = 'application' | 'FusionAuth' | 'browser'

/** What a learner is told of a switch, and where it matters. */
export interface Defence<Id extends DefenceId = DefenceId> {
  readonly id: Id
  readonly where: Side
  /** As it is called where it is set: a path of FusionAuth's settings, an attribute of a header. */
  readonly setting: string
  /** Where it is asked for, e.g. 'RFC 9700 §2.1.1'. */
  readonly source: string
  appliesTo(shape: WorkflowShape): boolean
}

type Domains = { readonly [Id in DefenceId]: Domain<DefenceSettings[Id]> }

const flag = { kind: 'flag' } as const

const choice = <Value>(...values: readonly Value[]): Domain<Value> => ({ kind: 'choice', values })

const number = (least: number, most: number) => ({ kind: 'number', least, most }) as const

/** Ten years, in minutes. */
const longest = 5_256_000

/** What each switch can be set to; a new one does not compile until it stands here. */
export const domains: Domains = {
  'http-only': flag,
  secure: flag,
  'same-site': choice('lax', 'strict', 'none', 'unset'),
  'host-prefix': flag,
  'refresh-token-place': choice('cookie', 'server'),
  'new-id-at-login': flag,
  'session-idle-minutes': number(1, longest),
  'session-absolute-minutes': number(1, longest),
  'client-binding': flag,
  state: flag,
  nonce: flag,
  pkce: flag,
  iss: flag,
  'refuse-duplicates': flag,
  'return-to-allow-list': flag,
  'csrf-token': flag,
  'origin-check': flag,
  'fetch-metadata': flag,
  csp: flag,
  'output-escaping': flag,
  're-authentication': flag,
  'log-redaction': flag,
  hsts: flag,
  'log-out-everywhere': flag,
  'rp-initiated-logout': flag,
  'back-channel-logout': flag,
  'logout-token-checks': flag,
  'single-flight': flag,
  rotation: flag,
  'reuse-detection': flag,
  'grace-seconds': number(0, 86_400),
  'refresh-token-minutes': number(1, longest),
  'refresh-token-absolute-minutes': number(0, longest),
  'pkce-required': flag,
  'client-authentication': flag,
  'exact-redirect-uris': flag,
  'revoke-on-password-change': flag,
  'sso-minutes': number(1, longest),
  'jwt-minutes': number(1, longest),
  'redirect-after-login': choice(302, 303, 307),
  'codes-once': flag,
  'verifier-check': flag,
  'client-match': flag,
  'scope-check': flag,
  'third-party-cookies': choice('allowed', 'blocked'),
  'token-cookie-same-site': choice('lax', 'none'),
}

/** The names of all switches, in the order in which they are shown. */
export const defenceIds = Object.keys(domains) as readonly DefenceId[]
