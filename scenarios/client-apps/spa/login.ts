import { members, stringOf } from '../answers.ts'
import { ask, type ClientApp, complain, isFault, isIn, rendersForm, show } from '../client.ts'
import { api } from '../settings.ts'
import { formView } from '../views.ts'
import { authorize, enter, rememberName, remembered } from './entering.ts'
import { json, keep, ownMark } from './tokens.ts'

const wrong = 'This email and password do not match.'

/** The user pressed the login link. */
export const beginLogin = (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  if (settings.login === 'authorization-code') return page.assign('/login')
  if (settings.login === 'implicit') return authorize(client)
  show(client, formView(settings), rendersForm)
  return Promise.resolve()
}

/** With the JWT in hand: puts it where it is kept, and goes in. */
const enterWith = async (client: ClientApp, jwt: string): Promise<void> => {
  const isKept = await keep(client, jwt)
  if (isKept === true) return enter(client)
  return isKept === false ? complain(client, 'The application did not take the token.') : undefined
}

/** Sends what was typed: to the application's backend, or straight to FusionAuth. */
export const logIn = async (client: ClientApp, fields: URLSearchParams): Promise<void> => {
  const { settings } = client
  const loginId = fields.get('loginId') ?? ''
  const password = fields.get('password') ?? ''
  const direct = settings.login === 'native-at-fusionauth'
  const answer = await ask(
    client,
    direct ? `${settings.fusionAuthOrigin}/api/login` : api.login,
    {
      method: 'POST',
      headers: [...json, ...(direct ? [] : ownMark(client))],
      body: JSON.stringify(
        direct ? { loginId, password, applicationId: settings.clientId } : { loginId, password },
      ),
      ...(direct ? { credentials: 'include' as const } : {}),
    },
    (given) => {
      if (isIn(given)) return null
      return isFault(given) ? formView(settings, loginId, wrong) : 'trouble'
    },
  )
  if (!isIn(answer)) return undefined
  rememberName(client, answer)
  if (!direct) return enter(client)
  const jwt = stringOf(members(answer)['token'])
  return jwt === null ? complain(client, 'FusionAuth sent no token.') : enterWith(client, jwt)
}

/** What came with the fragment of FusionAuth's redirect (RFC 6749 §4.2.2). */
export const receive = async (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  const came = new URLSearchParams(page.location.hash.slice(1))
  const expected = page.sessionStorage.getItem(remembered.state)
  page.sessionStorage.removeItem(remembered.state)
  if (settings.checksState && (expected === null || came.get('state') !== expected))
    return complain(client, 'This answer is not to a login that was begun here.')
  const jwt = came.get('access_token')
  return jwt === null
    ? complain(client, `FusionAuth sent no token: ${came.get('error') ?? ''}.`)
    : enterWith(client, jwt)
}
