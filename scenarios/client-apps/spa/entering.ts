import type { FetchAnswer } from '../../engine/script/page-script.ts'
import { members, nameOf } from '../answers.ts'
import { again, ask, type ClientApp, isIn, isRefused, show } from '../client.ts'
import { loadPathOf } from '../settings.ts'
import { formView, insideView } from '../views.ts'
import { credentials, isKnownToBeOver, keep, refresh } from './tokens.ts'

/** What the single-page app remembers in this tab: the name to greet by, the state it sent. */
export const remembered = { name: 'name', state: 'state' } as const

export const rememberName = ({ page }: ClientApp, answer: FetchAnswer): void => {
  const name = nameOf(members(answer)['user'])
  if (name !== null) page.sessionStorage.setItem(remembered.name, name)
}

/** Sends the browser to FusionAuth for a token in the fragment (RFC 6749 §4.2.1). */
export const authorize = async ({ page, settings }: ClientApp): Promise<void> => {
  const state = page.random(16)
  page.sessionStorage.setItem(remembered.state, state)
  const url = new URL('/oauth2/authorize', settings.fusionAuthOrigin)
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    response_type: 'token',
    state,
    tenantId: settings.tenantId,
  }).toString()
  await page.assign(url.href)
}

/** The user proves anew who they are: by the app's own form, or at FusionAuth. */
export const logInAgain = async (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  if (settings.login === 'implicit') return authorize(client)
  if (settings.login !== 'authorization-code') return show(client, formView(settings), again)
  page.note(again)
  await page.assign('/login')
}

/** Asks for what is behind the login, and shows it. */
const content = (client: ClientApp): Promise<FetchAnswer> => {
  const { page, settings } = client
  return ask(client, loadPathOf(settings.app), { headers: credentials(client) }, (given) => {
    if (isRefused(given)) return null
    const name = page.sessionStorage.getItem(remembered.name)
    return isIn(given) ? insideView(settings, members(given), name) : 'trouble'
  })
}

/** What is behind the login, right after a login or a refresh. */
export const enter = async (client: ClientApp): Promise<void> => {
  if (isRefused(await content(client))) await logInAgain(client)
}

/** What is behind the login, with whatever is needed on the way: a refresh, a login. */
export const load = async (client: ClientApp): Promise<void> => {
  if (!isKnownToBeOver(client) && !isRefused(await content(client))) return undefined
  if (client.settings.login !== 'native-at-fusionauth') return logInAgain(client)
  const jwt = await refresh(client)
  if (jwt === null) return undefined
  if (jwt === false) return logInAgain(client)
  const isKept = await keep(client, jwt)
  if (isKept === null) return undefined
  // A token that another application's login left there is not for this one.
  return isKept ? enter(client) : logInAgain(client)
}
