import type { PageEvent, Program } from '../engine/script/page-script.ts'
import { members, stringOf } from './answers.ts'
import { ask, type ClientApp, isIn, isRefused, rendersForm, show } from './client.ts'
import { credentials, forget, holdsJwt, keep } from './mobile/device.ts'
import { authorize, load, logIn, redeem } from './mobile/login.ts'
import { shell } from './mobile/shell.ts'
import { api, csrfHeader, readSettings } from './settings.ts'
import {
  confirmView,
  formView,
  homeView,
  loggedOutView,
  orderedView,
  type PageView,
} from './views.ts'
import { textOf } from '../model/text.ts'

const opens = { name: 'open-app', label: textOf('note.opens-app') }
const goesHome = { name: 'go-home', label: textOf('note.goes-home') }

/** The first view: a form of its own, or the button that opens the browser. */
const firstView = ({ settings }: ClientApp): PageView =>
  settings.login === 'authorization-code' ? homeView(settings) : formView(settings)

const logOut = async (client: ClientApp, path: string): Promise<void> => {
  const { page, settings } = client
  const answer = await ask(
    client,
    `${settings.origin}${path}`,
    { method: 'POST', headers: credentials(client) },
    (given) => {
      forget(client)
      return isIn(given) ? loggedOutView(settings) : 'trouble'
    },
  )
  // Nobody may have answered.
  forget(client)
  const next = stringOf(members(answer)['location'])
  if (next !== null) await page.assign(next)
}

const thanks = 'Your order is on its way.'

/** Orders what is in the cart; the server may want the password first. */
const order = async (client: ClientApp, fields: URLSearchParams): Promise<void> => {
  const { settings } = client
  const password = fields.get('password')
  const answer = await ask(
    client,
    `${settings.origin}${api.checkout}`,
    {
      method: 'POST',
      headers: [['content-type', 'application/json'], [csrfHeader, '1'], ...credentials(client)],
      body: JSON.stringify(password === null ? {} : { password }),
    },
    (given) => {
      const { ordered, asks, problem } = members(given)
      keep(client, given)
      if (isIn(given)) return orderedView(settings, stringOf(ordered) ?? thanks)
      if (asks === 'password') return confirmView(settings, stringOf(problem) ?? '')
      return isRefused(given) ? null : 'trouble'
    },
  )
  if (isRefused(answer) && members(answer)['asks'] !== 'password') await load(client)
}

const press = (client: ClientApp, path: string): Promise<void> | void => {
  const { login, protectedPath } = client.settings
  if (path === protectedPath) return load(client)
  if (path !== '/login') return show(client, firstView(client), goesHome)
  return login === 'authorization-code'
    ? authorize(client)
    : show(client, formView(client.settings), rendersForm)
}

const submit = (
  client: ClientApp,
  path: string,
  fields: URLSearchParams,
): Promise<void> | undefined => {
  if (path === api.login) return logIn(client, fields)
  if (path === api.logout || path === api.logoutEverywhere) return logOut(client, path)
  return path === api.checkout ? order(client, fields) : undefined
}

const begin = (client: ClientApp): Promise<void> | void => {
  const { page, settings } = client
  if (page.location.href.startsWith(`${settings.redirectUri}?`)) return redeem(client)
  if (!holdsJwt(client)) return show(client, firstView(client), opens)
  page.note(opens)
  return load(client)
}

/**
 * The mobile app: it keeps its tokens on the device and sends them itself. With the code grant the
 * login happens in the system's browser, and the app is a public client of its own (RFC 8252).
 */
export const mobile: Program = async (page, event: PageEvent) => {
  const settings = readSettings(page.settings)
  if (settings === null) return
  const client: ClientApp = { page, settings, shell: () => shell }
  if (event.type === 'load') return begin(client)
  const url = URL.parse(event.type === 'press' ? event.href : event.action, page.location)
  if (url === null) return
  event.preventDefault()
  return event.type === 'press'
    ? press(client, url.pathname)
    : submit(client, url.pathname, event.fields)
}
