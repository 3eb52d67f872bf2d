import { members } from '../answers.ts'
import { again, ask, type ClientApp, complain, isFault, isIn, isRefused, show } from '../client.ts'
import { api, loadPathOf } from '../settings.ts'
import { formView, insideView } from '../views.ts'
import { credentials, keep, nameKey } from './device.ts'
import { textOf } from '../../model/text.ts'

const verifierKey = 'code_verifier'
const stateKey = 'state'

const wrong = 'This email and password do not match.'

const logInAgain = async (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  if (settings.login !== 'authorization-code') return show(client, formView(settings), again)
  page.note(again)
  return authorize(client)
}

/** What is behind the login; the Store refreshes by itself, if it can. */
export const load = async (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  const answer = await ask(
    client,
    `${settings.origin}${loadPathOf(settings.app)}`,
    { headers: credentials(client) },
    (given) => {
      if (isRefused(given)) return null
      if (!isIn(given)) return 'trouble'
      keep(client, given)
      return insideView(settings, members(given), page.sessionStorage.getItem(nameKey))
    },
  )
  if (isRefused(answer)) await logInAgain(client)
}

/** Sends what was typed: to the application's backend, or straight to FusionAuth. */
export const logIn = async (client: ClientApp, fields: URLSearchParams): Promise<void> => {
  const { settings } = client
  const loginId = fields.get('loginId') ?? ''
  const direct = settings.login === 'native-at-fusionauth'
  const answer = await ask(
    client,
    `${direct ? settings.fusionAuthOrigin : settings.origin}${api.login}`,
    {
      method: 'POST',
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({
        loginId,
        password: fields.get('password') ?? '',
        ...(direct ? { applicationId: settings.clientId } : {}),
      }),
    },
    (given) => {
      if (isFault(given)) return formView(settings, loginId, wrong)
      if (!isIn(given)) return 'trouble'
      keep(client, given)
      return null
    },
  )
  if (isIn(answer)) await load(client)
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Sends the user to FusionAuth in the system's browser, with PKCE (RFC 8252 §6, RFC 7636 §4). */
export const authorize = async ({ page, settings }: ClientApp): Promise<void> => {
  const verifier = page.random(32)
  const state = page.random(16)
  page.localStorage.setItem(verifierKey, verifier)
  page.localStorage.setItem(stateKey, state)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const url = new URL('/oauth2/authorize', settings.fusionAuthOrigin)
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    code_challenge: base64url(digest),
    code_challenge_method: 'S256',
    redirect_uri: settings.redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    state,
    tenantId: settings.tenantId,
  }).toString()
  page.note({ name: 'open-browser', label: textOf('note.opens-browser') })
  await page.assign(url.href)
}

/** The browser came back to the app's own address with a code; the app itself redeems it. */
export const redeem = async (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  const came = page.location.searchParams
  const verifier = page.localStorage.getItem(verifierKey) ?? ''
  const state = page.localStorage.getItem(stateKey)
  page.localStorage.removeItem(verifierKey)
  page.localStorage.removeItem(stateKey)
  const code = came.get('code')
  if (code === null || (settings.checksState && came.get('state') !== state))
    return complain(client, 'This answer is not to a login that was begun here.')
  const answer = await ask(
    client,
    `${settings.fusionAuthOrigin}/oauth2/token`,
    {
      method: 'POST',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: settings.clientId,
        code,
        code_verifier: verifier,
        redirect_uri: settings.redirectUri,
      }).toString(),
    },
    (given) => {
      if (!isIn(given)) return 'trouble'
      keep(client, given)
      return null
    },
  )
  if (isIn(answer)) await load(client)
}
