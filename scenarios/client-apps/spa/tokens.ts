import { storageKeys } from '../../catalogue/credential-locations.ts'
import { bearer } from '../../engine/bearer.ts'
import type { HeaderList } from '../../model/wire.ts'
import { expiryOf, members, stringOf } from '../answers.ts'
import { ask, type ClientApp, isFault, isIn } from '../client.ts'
import { api, csrfHeader } from '../settings.ts'
import { textOf } from '../../model/text.ts'

/** JSON on its way to our own server, or to FusionAuth. */
export const json: HeaderList = [['content-type', 'application/json']]

/** Only the local storage of the page itself holds a JWT that its script can read. */
export const ownJwt = ({ page, settings }: ClientApp): string | null =>
  settings.keep === 'jwt-local-storage' ? page.localStorage.getItem(storageKeys.jwt) : null

/** Whether the script itself can see that its JWT is of no use. */
export const isKnownToBeOver = (client: ClientApp): boolean => {
  if (client.settings.keep !== 'jwt-local-storage') return false
  const jwt = ownJwt(client)
  const expiry = jwt === null ? 0 : expiryOf(jwt)
  return expiry !== null && expiry <= client.page.now()
}

/** Shows who asks, where no cookie does. */
export const credentials = (client: ClientApp): HeaderList => {
  const jwt = ownJwt(client)
  return jwt === null ? [] : [bearer(jwt)]
}

/** What our own server is shown with each call, where that is asked for. */
export const ownMark = ({ settings }: ClientApp): HeaderList =>
  settings.showsCsrfHeader ? [[csrfHeader, '1']] : []

/**
 * Hands the JWT on to where it is kept. False when the application does not take it; null when there
 * was trouble, which is shown already.
 */
export const keep = async (client: ClientApp, jwt: string): Promise<boolean | null> => {
  const { page, settings } = client
  if (settings.keep === 'jwt-local-storage') {
    page.localStorage.setItem(storageKeys.jwt, jwt, {
      name: 'local-storage-drop',
      label: textOf('note.keeps-jwt'),
    })
    return true
  }
  // FusionAuth's own cookie, which the whole domain gets, holds it already.
  if (settings.fusionauth === 'parent-domain') return true
  const answer = await ask(
    client,
    settings.keep === 'session' ? api.startSession : api.cookieDrop,
    {
      method: 'POST',
      headers: [...json, ...ownMark(client)],
      body: JSON.stringify({ token: jwt }),
    },
    (given) => (isIn(given) || isFault(given) ? null : 'trouble'),
  )
  if (isIn(answer)) return true
  return isFault(answer) ? false : null
}

/** Takes the JWT out of local storage again. */
export const forget = ({ page, settings }: ClientApp): void => {
  if (settings.keep !== 'jwt-local-storage') return
  page.localStorage.removeItem(storageKeys.jwt, {
    name: 'local-storage-clear',
    label: textOf('note.drops-jwt'),
  })
}

/**
 * A new JWT from FusionAuth for its refresh token's cookie. False when that is over or gone; null when
 * there was trouble, which is shown already.
 */
export const refresh = async (client: ClientApp): Promise<string | false | null> => {
  const answer = await ask(
    client,
    `${client.settings.fusionAuthOrigin}/api/jwt/refresh`,
    { method: 'POST', credentials: 'include' },
    (given) => (isIn(given) || isFault(given) ? null : 'trouble'),
  )
  if (isIn(answer)) return stringOf(members(answer)['token']) ?? false
  return isFault(answer) ? false : null
}
