import type { WorkflowShape } from '../model/workflow-shape.ts'
import { keepsRefreshToken } from '../machine/credentials.ts'
import type { DefenceSettings } from '../model/defence-settings.ts'
import type { Stop } from './attack.ts'

/** Where a refresh token can be stolen and used, and what stands in the way. */

/** The Hacker can show the token to FusionAuth: by the grant, or at the API that asks for no key. */
export const isRenewableByAnybody = (shape: WorkflowShape): boolean =>
  keepsRefreshToken(shape) && (shape.login === 'authorization-code' || isNative(shape))

const isNative = ({ login }: WorkflowShape): boolean =>
  login === 'native' || login === 'native-at-fusionauth'

/** A refresh token of the grant: the client can be asked to prove itself. */
export const byGrant = (shape: WorkflowShape): boolean =>
  shape.login === 'authorization-code' && shape.client !== 'mobile' && keepsRefreshToken(shape)

/** The application keeps the token in a cookie of its own, and could keep it on its server. */
export const isOwnCookie = (shape: WorkflowShape): boolean =>
  shape.client !== 'mobile' && shape.login !== 'native-at-fusionauth' && keepsRefreshToken(shape)

/** Nothing is asked of who shows the token, and nothing happens to one that was used. */
export const careless = (shape: WorkflowShape): Partial<DefenceSettings> => ({
  ...(byGrant(shape) ? { 'client-authentication': false } : {}),
  rotation: false,
  'reuse-detection': false,
})

/** The client has to prove itself. */
export const byClient = (shape: WorkflowShape): readonly Stop[] =>
  byGrant(shape) ? ['client-authentication'] : []

/** The token never gets to the user's device. */
export const byPlace = (shape: WorkflowShape): readonly Stop[] =>
  isOwnCookie(shape) ? [['refresh-token-place', 'server']] : []

/** Attributes of the token's cookie, which change nothing once it is copied. */
export const cookieStops = (shape: WorkflowShape): readonly Stop[] =>
  isOwnCookie(shape)
    ? ['http-only', 'secure', ['same-site', 'strict'], 'host-prefix', 'csrf-token']
    : []
