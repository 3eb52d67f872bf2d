import { keepsRefreshToken, keepsSession } from '../machine/credentials.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { DefenceId } from '../model/defence-settings.ts'
import type { AttackId } from '../model/attack-id.ts'

/** How a workflow stands today, from the best to the worst. */
export const standings = ['recommended', 'acceptable', 'discouraged', 'must-not'] as const

export type Standing = (typeof standings)[number]

/** Something that a standard, or a browser, says about workflows of a kind. */
export interface VerdictRule {
  /** Where it stands, as people quote it. */
  readonly source: string
  readonly url: string
  /** The best that a workflow can be to which it applies; null when it only explains. */
  readonly atBest: Standing | null
  /** Experiments and switches that show it. */
  readonly rows: readonly (AttackId | DefenceId)[]
  readonly applies: (shape: WorkflowShape) => boolean
}

const bcp = 'https://www.rfc-editor.org/rfc/rfc9700.html'
const browserApps = 'https://www.rfc-editor.org/rfc/rfc10017.html'
const oauth21 = 'https://datatracker.ietf.org/doc/draft-ietf-oauth-v2-1/'

const isForm = ({ login }: WorkflowShape): boolean => login.startsWith('native')
const isBrowser = ({ client }: WorkflowShape): boolean => client !== 'mobile'
const atHost = (shape: WorkflowShape): boolean =>
  shape.client === 'spa' && shape.login === 'native-at-fusionauth'

/** Whether an application's own cookie carries a refresh token. */
const hasRefreshCookie = (shape: WorkflowShape): boolean =>
  isBrowser(shape) && shape.sessionStrategy.endsWith('refresh')

/** All that is said, the most important first. A workflow stands as the strictest of them lets it. */
export const rules = {
  'password-grant': {
    source: 'RFC 9700 §2.4',
    url: `${bcp}#section-2.4`,
    atBest: 'must-not',
    rows: [],
    applies: ({ login }) => login === 'password-grant',
  },
  'password-grant-browser': {
    source: 'RFC 10017 §7.3',
    url: `${browserApps}#section-7.3`,
    atBest: 'must-not',
    rows: [],
    applies: ({ client, login }) => client === 'spa' && login === 'password-grant',
  },
  implicit: {
    source: 'RFC 9700 §2.1.2',
    url: `${bcp}#section-2.1.2`,
    atBest: 'discouraged',
    rows: ['stolen-jwt', 'csp'],
    applies: ({ login }) => login === 'implicit',
  },
  'not-in-oauth-2.1': {
    source: 'OAuth 2.1 (draft)',
    url: oauth21,
    atBest: null,
    rows: [],
    applies: ({ login }) => login === 'implicit' || login === 'password-grant',
  },
  'own-form': {
    source: 'RFC 9700 §2.4, by its reasons',
    url: `${bcp}#section-2.4`,
    atBest: 'discouraged',
    rows: [],
    applies: isForm,
  },
  'third-party-cookies': {
    source: 'Browsers that block third-party cookies',
    url: 'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies',
    atBest: 'discouraged',
    rows: ['third-party-cookies', 'token-cookie-same-site'],
    applies: (shape) => atHost(shape) && shape.fusionauth === 'own-site',
  },
  'parent-domain': {
    source: 'RFC 10017 §6.1.3.2',
    url: `${browserApps}#section-6.1.3.2`,
    atBest: 'discouraged',
    rows: ['cookie-tossing', 'host-prefix'],
    applies: ({ fusionauth }) => fusionauth === 'parent-domain',
  },
  'local-storage': {
    source: 'RFC 10017',
    url: browserApps,
    atBest: 'discouraged',
    rows: ['xss-reads-local-storage', 'csp', 'output-escaping'],
    applies: ({ sessionStrategy }) => sessionStrategy === 'jwt-local-storage',
  },
  'external-browser': {
    source: 'RFC 8252 §1, §5',
    url: 'https://www.rfc-editor.org/rfc/rfc8252.html#section-5',
    atBest: null,
    rows: ['pkce', 'code-leak'],
    applies: ({ client }) => client === 'mobile',
  },
  'code-with-pkce': {
    source: 'RFC 9700 §2.1.1',
    url: `${bcp}#section-2.1.1`,
    atBest: null,
    rows: ['pkce', 'code-injection', 'login-csrf'],
    applies: ({ login }) => login === 'authorization-code',
  },
  'backend-for-frontend': {
    source: 'RFC 10017 §6.1',
    url: `${browserApps}#section-6.1`,
    atBest: null,
    rows: ['xss-reads-cookie', 'xss-rides-session'],
    applies: ({ backend }) => backend === 'bff',
  },
  'refresh-cookie': {
    source: 'RFC 6750 §5.3 and OAuth 2.1 (draft) §7.1.3.4',
    url: 'https://www.rfc-editor.org/rfc/rfc6750.html#section-5.3',
    atBest: 'acceptable',
    rows: ['stolen-refresh-token', 'refresh-token-place', 'secure'],
    applies: hasRefreshCookie,
  },
  'public-client-rotation': {
    source: 'RFC 9700 §2.2.2, §4.14.2',
    url: `${bcp}#section-4.14.2`,
    atBest: null,
    rows: ['refresh-theft-thief-first', 'rotation', 'reuse-detection'],
    applies: (shape) => keepsRefreshToken(shape) && (atHost(shape) || shape.client === 'mobile'),
  },
  'session-cookie': {
    source: 'RFC 10017 §6.1.3.2',
    url: `${browserApps}#section-6.1.3.2`,
    atBest: null,
    rows: ['http-only', 'secure', 'same-site', 'host-prefix'],
    applies: (shape) => keepsSession(shape),
  },
  'jwt-until-exp': {
    source: 'RFC 7519 §4.1.4',
    url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.4',
    atBest: null,
    rows: ['stolen-jwt', 'jwt-minutes'],
    applies: (shape) => !keepsSession(shape),
  },
} as const satisfies Readonly<Record<string, VerdictRule>>

export type RuleName = keyof typeof rules

export const ruleNames = Object.keys(rules) as readonly RuleName[]
