import type { DiagramErratumId } from '../../../scenarios/model/table-ids.ts'
import { presented, refreshTokenIn } from './shared/tokens.ts'
import {
  answerOf,
  asks,
  body,
  brought,
  causeAnswer,
  check,
  type Check,
  cookieValue,
  earlier,
  field,
  form,
  isAlive,
  isPasswordForm,
  later,
  path,
  type Scene,
  setCookies,
  status,
  stores,
  textOf,
  url,
} from './scene.ts'

const all =
  (...names: readonly string[]) =>
  (query: URLSearchParams | undefined): boolean =>
    names.every((name) => (query?.get(name) ?? '') !== '')

const hasSetJwt = (message: Scene['message']): boolean =>
  [...setCookies(message).values()].some((line) => cookieValue(line).startsWith('eyJ'))

/** What the published diagrams get wrong is really so in the traces that correct them. */
export const corrections: Readonly<Record<DiagramErratumId, Check>> = {
  E1: check('grant_type is refresh_token; at the JWT API there is none', ({ message }) =>
    path(message) === '/api/jwt/refresh'
      ? !body(message).includes('grant_type') && presented(message) !== ''
      : form(message).get('grant_type') === 'refresh_token',
  ),
  E2: check(
    'a session id is set, and no JWT',
    ({ message }) => stores(message, 'sid') && !hasSetJwt(message),
  ),
  E3: check('the call for the cart is answered with it', (scene) => {
    const answer = answerOf(scene)
    return (
      asks(scene.message, 'GET', '/api/load-shopping-cart') &&
      answer !== undefined &&
      status(answer) === 200
    )
  }),
  E4: check('the status is 400', ({ message }) => status(message) === 400),
  E5: check('the refresh token comes back, and goes on to the client', (scene) => {
    const answer = causeAnswer(scene)
    const token = refreshTokenIn(scene.message)
    return (
      token !== '' &&
      (answer === undefined ||
        cookieValue(setCookies(answer).get('rt')) === token ||
        textOf(answer, 'refreshToken') === token)
    )
  }),
  E6: check('the address carries what the diagram leaves out', ({ message }) =>
    all(
      'client_id',
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'code_challenge',
    )(url(message)?.searchParams),
  ),
  E7: check('the form carries what the diagram leaves out', ({ message }) =>
    all(
      'code',
      'client_secret',
      'grant_type',
      'redirect_uri',
      'client_id',
      'code_verifier',
    )(form(message)),
  ),
  E8: check('the form carries login name, password and the request it belongs to', ({ message }) =>
    all('loginId', 'password', 'client_id', 'redirect_uri', 'state')(form(message)),
  ),
  E9: check('a form comes, or not, as FusionAuth’s session has ended, or not', (scene) => {
    const visit = later(scene).find(
      (message) =>
        asks(message, 'GET', '/oauth2/authorize') && answerOf({ ...scene, message }) !== undefined,
    )
    if (visit === undefined) return false
    const at = { ...scene, message: visit }
    const answer = answerOf(at)
    const alive = isAlive(at, 'FusionAuth.ssoSessions', brought(visit).get('fusionauth.sso') ?? '')
    return answer !== undefined && isPasswordForm(answer) === !alive && answer.to === 'Browser'
  }),
  E10: check('the session cookie lies at the host of Forums', ({ message }) => {
    const sent = message.cookies.filter((cookie) => cookie.sent)
    const known = [...message.received, ...sent].filter(({ name }) => name === 'sid')
    return known.length > 0 && known.every(({ domain }) => domain === url(message)?.hostname)
  }),
  E11: check(
    'a refresh token is set or sent beside the session id',
    ({ message }) =>
      (stores(message, 'sid') && stores(message, 'rt')) ||
      (brought(message).has('sid') && brought(message).has('rt')),
  ),
  E12: check('the client gets a session id and a refresh token, no JWT', (scene) => {
    const answer = causeAnswer(scene) ?? scene.message
    return stores(answer, 'sid') && stores(answer, 'rt') && !hasSetJwt(answer)
  }),
  E16: check('the JWT that is sent lies at the parent domain', ({ message }) =>
    message.cookies.some(
      ({ name, domain, sent }) => sent && name === 'access_token' && domain === 'example.com',
    ),
  ),
  E17: check('the posts are asked for at their path', ({ message }) =>
    asks(message, 'GET', '/api/load-posts'),
  ),
  E20: check('no API key goes along, and a script may read the answer', (scene) => {
    const answer = answerOf(scene)
    const allowed = answer === undefined ? '' : field(answer, 'access-control-allow-credentials')
    return (
      field(scene.message, 'authorization') === '' &&
      (scene.message.from === 'Mobile' || allowed === 'true')
    )
  }),
  E22: check('the last login was at the Store again, after one at Forums', (scene) => {
    const logins = earlier(scene)
      .filter((message) => asks(message, 'POST', '/api/login'))
      .map((message) => textOf(message, 'applicationId'))
    return logins.at(-1) === logins[0] && new Set(logins).size === 2
  }),
  E24: check(
    'the JWT is in the header, and there is no body',
    ({ message }) =>
      message.http?.method === 'GET' &&
      body(message) === '' &&
      field(message, 'authorization').startsWith('Bearer '),
  ),
  E25: check(
    'the cookies of the parent domain go to Forums',
    ({ message }) => message.to === 'Forums' && brought(message).has('access_token'),
  ),
  E26: check('the address carries what the diagram leaves out', ({ message }) =>
    all('client_id', 'redirect_uri', 'state')(url(message)?.searchParams),
  ),
  E27: check('a refresh token comes, and no message takes it on', (scene) => {
    const token = refreshTokenIn(scene.message)
    return (
      token !== '' && !later(scene).some(({ http }) => JSON.stringify(http ?? '').includes(token))
    )
  }),
}
