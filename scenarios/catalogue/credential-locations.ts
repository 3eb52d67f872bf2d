import type { CredentialLocation } from '../engine/ports.ts'
import type { DefenceSettings } from '../model/defence-settings.ts'
import type { StolenCredential } from '../model/credential.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import { keepsRefreshToken, keepsSession } from '../machine/credentials.ts'

/** Keys of values that a script keeps in local storage, or an app on its device. */
export const storageKeys = { jwt: 'jwt', 'refresh-token': 'refresh_token' } as const

/** Hosts that cookies lie at. */
interface Origins {
  readonly Store: string
  readonly FusionAuth: string
}

/**
 * Where the user's device holds what can be stolen from a login at the Store; null for what it does
 * not hold. `origins` are those of the world.
 */
export const credentialLocationsOf = (
  shape: WorkflowShape,
  settings: Pick<DefenceSettings, 'host-prefix'>,
  origins: Origins,
): Readonly<Record<StolenCredential, CredentialLocation | null>> => {
  const store = new URL(origins.Store).hostname
  const fusionauth = new URL(origins.FusionAuth).hostname
  const isDevice = shape.client === 'mobile'
  const own = (name: string): CredentialLocation => ({
    in: 'jar',
    name: settings['host-prefix'] ? `__Host-${name}` : name,
    host: store,
  })

  const refreshToken = (): CredentialLocation | null => {
    if (!keepsRefreshToken(shape)) return null
    if (isDevice) return { in: 'device', key: storageKeys['refresh-token'] }
    if (shape.login === 'native-at-fusionauth')
      return { in: 'jar', name: 'refresh_token', host: atFusionAuth() }
    // Where the server keeps it, a thief looks here and finds nothing.
    return own('rt')
  }
  /** A proxy on the parent domain gives FusionAuth's cookies to the whole of it. */
  const atFusionAuth = (): string =>
    shape.fusionauth === 'parent-domain' ? fusionauth.replace(/^[^.]+\./, '') : fusionauth
  const jwt = (): CredentialLocation | null => {
    if (keepsSession(shape)) return null
    if (isDevice) return { in: 'device', key: storageKeys.jwt }
    if (shape.sessionStrategy === 'jwt-local-storage')
      return { in: 'localStorage', key: `${new URL(origins.Store).origin} ${storageKeys.jwt}` }
    return shape.fusionauth === 'parent-domain'
      ? { in: 'jar', name: 'access_token', host: atFusionAuth() }
      : own('jwt')
  }
  return {
    'refresh-token': refreshToken(),
    'session-id': keepsSession(shape) ? own('sid') : null,
    jwt: jwt(),
    'sso-session': shape.sso ? { in: 'jar', name: 'fusionauth.sso', host: fusionauth } : null,
  }
}
