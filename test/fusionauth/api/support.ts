import type { WireResponse } from '../../../scenarios/model/wire.ts'
import { apiKey, type Lab, loginId, password, store } from '../support/lab.ts'

/** An id that is used nowhere else. */
export const freshId = (n: number): string =>
  `70000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The body as what the caller expects it to be; its own assertions hold it to that. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const bodyOf = <T>({ body }: WireResponse): T => JSON.parse(body) as T

/** Status and the codes of all errors of a refusal. */
export const codesOf = (response: WireResponse): readonly [number, ...string[]] => {
  if (response.body === '') return [response.status]
  const { fieldErrors, generalErrors } = bodyOf<{
    readonly fieldErrors: Readonly<Record<string, readonly { readonly code: string }[]>>
    readonly generalErrors: readonly { readonly code: string }[]
  }>(response)
  const all = [...Object.values(fieldErrors).flat(), ...generalErrors]
  return [response.status, ...all.map(({ code }) => code)]
}

export const withKey = (key: string, tenant = ''): [string, string][] => [
  ['authorization', key],
  ...(tenant === '' ? [] : [['x-fusionauth-tenantid', tenant] as [string, string]]),
]

export const forTenant = (tenant: string) => withKey(apiKey, tenant)

/** A login of Ada at the Store. */
export const login = (lab: Lab, changes: object = {}) =>
  lab.call('POST', '/api/login', { loginId, password, applicationId: store, ...changes })

/** The refresh token of a login of Ada at the Store. */
export const refreshTokenOf = async (lab: Lab): Promise<string> =>
  bodyOf<{ readonly refreshToken: string }>(await login(lab)).refreshToken

/** Whether a refresh token of the Store still lives. */
export const lives = async (lab: Lab, refreshToken: string): Promise<boolean> =>
  (await lab.call('POST', '/api/jwt/refresh', { refreshToken }, [])).status === 200
