import { storageKeys } from '../../catalogue/credential-locations.ts'
import { bearer } from '../../engine/bearer.ts'
import type { FetchAnswer } from '../../engine/script/page-script.ts'
import type { HeaderList } from '../../model/wire.ts'
import { members, nameOf, stringOf } from '../answers.ts'
import type { ClientApp } from '../client.ts'
import { refreshTokenHeader } from '../settings.ts'

/** What stays on the device besides the tokens. */
export const nameKey = 'name'

/** Whether an earlier login left something. */
export const holdsJwt = ({ page }: ClientApp): boolean =>
  page.localStorage.getItem(storageKeys.jwt) !== null

/** Takes tokens out of an answer onto the device, under whichever names they come. */
export const keep = ({ page }: ClientApp, given: FetchAnswer): void => {
  const answer = members(given)
  const jwt = stringOf(answer['token']) ?? stringOf(answer['access_token'])
  const refreshToken = stringOf(answer['refreshToken']) ?? stringOf(answer['refresh_token'])
  if (jwt !== null) page.localStorage.setItem(storageKeys.jwt, jwt)
  if (refreshToken !== null) page.localStorage.setItem(storageKeys['refresh-token'], refreshToken)
  const name = nameOf(answer['user'])
  if (name !== null) page.sessionStorage.setItem(nameKey, name)
}

/** Shows who asks: the JWT, and the refresh token for the Store to use when that is over. */
export const credentials = ({ page }: ClientApp): HeaderList => {
  const jwt = page.localStorage.getItem(storageKeys.jwt)
  const refreshToken = page.localStorage.getItem(storageKeys['refresh-token'])
  return [
    ...(jwt === null ? [] : [bearer(jwt)]),
    ...(refreshToken === null ? [] : ([[refreshTokenHeader, refreshToken]] as const)),
  ]
}

/** Whatever others say, the device holds nothing any more. */
export const forget = ({ page }: ClientApp): void => {
  for (const key of Object.values(storageKeys)) page.localStorage.removeItem(key)
  page.sessionStorage.removeItem(nameKey)
}
