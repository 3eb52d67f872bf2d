import type { WorkflowShape } from '../model/workflow-shape.ts'
import { keepsSession } from '../machine/credentials.ts'
import type { Profile } from '../model/client.ts'
import { type DefenceSettings, switches } from '../model/defence-settings.ts'

/** As the lab is set up when nothing is asked for: FusionAuth's own defaults, careful applications. */
const everyday = Object.fromEntries(
  Object.entries(switches).map(([id, [{ usual: value }]]) => [id, value]),
) as unknown as DefenceSettings

/**
 * The one cookie of a backend for frontend, as the practice that recommends it has it (RFC 10017
 * §6.1.3.2).
 */
const frontendCookie: Partial<DefenceSettings> = { 'host-prefix': true, 'same-site': 'strict' }

/**
 * What a workflow needs to be seen whole: a JWT that the browser keeps must run out before
 * FusionAuth's own session does, and FusionAuth's cookies must cross sites where a script of another
 * site asks for them.
 */
const needs = (shape: WorkflowShape): Partial<DefenceSettings> => ({
  ...(keepsSession(shape) ? {} : { 'jwt-minutes': 10 }),
  ...(shape.client === 'spa' &&
  shape.login === 'native-at-fusionauth' &&
  shape.fusionauth === 'own-site'
    ? { 'token-cookie-same-site': 'none' as const }
    : {}),
  ...(isPublicClient(shape) ? publicClient : {}),
  ...(shape.backend === 'bff' ? frontendCookie : {}),
})

/** An app on a phone that redirects has no secret, and so must not reuse refresh tokens (RFC 9700 §2.2.2). */
const isPublicClient = ({ client, login }: WorkflowShape): boolean =>
  client === 'mobile' && login === 'authorization-code'

const publicClient: Partial<DefenceSettings> = {
  'client-authentication': false,
  'pkce-required': true,
  rotation: true,
  'reuse-detection': true,
}

const usual = (shape: WorkflowShape): DefenceSettings => ({ ...everyday, ...needs(shape) })

/**
 * Logins as the published diagrams show them: nothing goes along that would tell one login from
 * another, and the browser decides which cookies cross sites.
 */
const asPublished = (shape: WorkflowShape): DefenceSettings => ({
  ...usual(shape),
  'same-site': 'unset',
  state: false,
  nonce: false,
  pkce: false,
  iss: false,
})

/** Whether there is a way for the user to prove anew to the application’s server who they are. */
export const canProve = ({ client, login }: WorkflowShape): boolean =>
  login !== 'implicit' && !(client === 'mobile' && login === 'authorization-code')

/** Everything on that today's best practice asks for (RFC 9700, RFC 10025, OWASP). */
const bestPractice = (shape: WorkflowShape): DefenceSettings => ({
  ...usual(shape),
  ...hardened,
  'same-site': 'strict',
  'host-prefix': true,
  'refresh-token-place': shape.client === 'mobile' ? 'cookie' : 'server',
  'csrf-token': true,
  're-authentication': canProve(shape),
  'client-binding': true,
  'log-out-everywhere': true,
  'back-channel-logout': true,
  'redirect-after-login': 303,
})

/** FusionAuth as RFC 9700 asks for: §2.1.1 (PKCE), §2.5 (clients), §4.14.2 (refresh tokens). */
const hardened: Partial<DefenceSettings> = {
  rotation: true,
  'reuse-detection': true,
  'pkce-required': true,
  'client-authentication': true,
  'jwt-minutes': 10,
}

export type PresetName = 'usual' | 'as-published' | 'best-practice'

/** Whole sets of switches, for a workflow. */
export const presets: Readonly<Record<PresetName, (shape: WorkflowShape) => DefenceSettings>> = {
  usual,
  'as-published': asPublished,
  'best-practice': bestPractice,
}

/** What is in force in a run: a preset, the profile's, and what somebody asked for besides. */
export const settingsOf = (
  shape: WorkflowShape,
  profile: Profile,
  asked: Partial<DefenceSettings>,
  preset: PresetName = 'usual',
): DefenceSettings => ({
  ...presets[preset](shape),
  ...(profile === 'hardened' ? hardened : {}),
  ...(isPublicClient(shape) ? { 'client-authentication': false } : {}),
  ...asked,
})
