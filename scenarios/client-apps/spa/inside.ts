import { members, stringOf } from '../answers.ts'
import { ask, type ClientApp, isIn, isRefused } from '../client.ts'
import { api, csrfHeader } from '../settings.ts'
import { confirmView, loggedOutView, orderedView, troubleView } from '../views.ts'
import { load, remembered } from './entering.ts'
import { credentials, forget, json, ownMark } from './tokens.ts'

/** What the user is told who ordered. */
export const thanks = 'Your order is on its way.'

const halfOut =
  'You are logged out here only: FusionAuth could not be told, and its cookie lives on.'

/** Ends FusionAuth's own cookies; true when there are none, or it is done. */
const endCookies = async (client: ClientApp, path: string): Promise<boolean> => {
  const { page, settings } = client
  if (settings.login !== 'native-at-fusionauth') return true
  const reach = path === api.logoutEverywhere ? '?global=true' : ''
  const url = `${settings.fusionAuthOrigin}/api/logout${reach}`
  return isIn(await page.fetch(url, { method: 'POST', credentials: 'include' }))
}

/** Logs out here and at FusionAuth; `path` says how far. */
export const logOut = async (client: ClientApp, path: string): Promise<void> => {
  const { page, settings } = client
  const headers = [...ownMark(client), ...credentials(client)]
  forget(client)
  const isTold = await endCookies(client, path)
  page.sessionStorage.removeItem(remembered.name)
  const answer = await ask(client, path, { method: 'POST', headers }, (given) => {
    if (!isIn(given)) return 'trouble'
    if (!isTold) return troubleView(settings, halfOut)
    return stringOf(members(given)['location']) === null ? loggedOutView(settings) : null
  })
  const next = stringOf(members(answer)['location'])
  if (isIn(answer) && isTold && next !== null) await page.assign(next)
}

/** Orders what is in the cart; the server may want the password first, or a login anew. */
export const order = async (client: ClientApp, fields: URLSearchParams): Promise<void> => {
  const { page, settings } = client
  const password = fields.get('password')
  const answer = await ask(
    client,
    api.checkout,
    {
      method: 'POST',
      headers: [...json, [csrfHeader, '1'], ...credentials(client)],
      body: JSON.stringify(password === null ? {} : { password }),
    },
    (given) => {
      const { ordered, asks, problem, location } = members(given)
      if (isIn(given)) return orderedView(settings, stringOf(ordered) ?? thanks)
      if (asks === 'password') return confirmView(settings, stringOf(problem) ?? '')
      return isRefused(given) || stringOf(location) !== null ? null : 'trouble'
    },
  )
  const { asks, location } = members(answer)
  if (isIn(answer) || asks === 'password') return undefined
  if (isRefused(answer)) return load(client)
  const next = stringOf(location)
  return next === null ? undefined : page.assign(next)
}

/** Puts up what the user wrote, and shows it among the others. */
export const write = async (client: ClientApp, fields: URLSearchParams): Promise<void> => {
  const answer = await ask(
    client,
    api.posts,
    {
      method: 'POST',
      headers: [...json, [csrfHeader, '1'], ...credentials(client)],
      body: JSON.stringify({ text: fields.get('text') ?? '' }),
    },
    (given) => (isIn(given) || isRefused(given) ? null : 'trouble'),
  )
  if (isIn(answer) || isRefused(answer)) await load(client)
}
