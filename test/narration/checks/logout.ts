import type { PerSentence } from '../../../scenarios/narration/story.ts'
import {
  asks,
  backChannel,
  body,
  brought,
  changesOf,
  check,
  deletes,
  field,
  form,
  formAction,
  type Grounds,
  inJar,
  jarOf,
  keyIn,
  lastAnswer,
  lastChange,
  location,
  made,
  path,
  requestOf,
  shownPage,
  status,
  tellsNothing,
  url,
} from './scene.ts'
import { isGet, isPost } from './shared/logins.ts'
import { host } from './shared/sessions.ts'

const fromItsPage = check('the page before has the button that leads here', (scene) => {
  const page = shownPage(scene, scene.message.to)
  return (
    page.includes(`action="${path(scene.message)}"`) ||
    (scene.message.by !== undefined && />\s*Log out\s*</.test(page))
  )
})

const asksToLogOut = check(
  'it is a POST to the logout of an application',
  (scene) =>
    scene.message.to !== 'FusionAuth' &&
    (asks(scene.message, 'POST', '/logout') || asks(scene.message, 'POST', '/api/logout')),
)

const toFusionAuth = check(
  'a script sends it to FusionAuth',
  ({ message }) => message.by === 'script' && message.to === 'FusionAuth',
)

const bringsRefreshToken = check(
  'the refresh token goes along',
  ({ message }) => keyIn(message, 'refresh-token') !== '',
)

const agrees = check('no refresh token that came along lives on', (scene) => {
  const request = requestOf(scene)
  const token = request === undefined ? '' : keyIn(request, 'refresh-token')
  return (
    status(scene.message) === 200 &&
    (token === '' ||
      tellsNothing(scene) ||
      lastChange(scene, 'FusionAuth.refreshTokens', token)?.op !== 'set')
  )
})

const saysOrigin = check(
  'Origin names the application itself',
  ({ message }) => field(message, 'origin') === url(message)?.origin,
)

const forgets = check('the session of the id that came along is deleted', (scene) => {
  const request = requestOf(scene)
  const id = request === undefined ? '' : keyIn(request, 'session')
  const change = made(scene.message, `${scene.message.from}.appSessions`, 'delete')
  return change !== undefined && change.key === id
})

const takesAll = check('what the application had set lies in the jar no more', (scene) =>
  ['sid', '__Host-sid', 'rt', 'jwt'].every(
    (name) => inJar(scene, scene.message.to, `${name}@${host(scene.message)}`) === '',
  ),
)

const toLogout = check(
  'it redirects to FusionAuth’s logout',
  ({ message }) =>
    status(message) === 303 &&
    location(message)?.pathname === '/oauth2/logout' &&
    location(message)?.origin !== url(message)?.origin,
)

const outage = check(
  'the page says so, with 502, and FusionAuth did not answer well',
  (scene) =>
    status(scene.message) === 502 &&
    body(scene.message).includes('could not be told') &&
    !backChannel(scene).some((message) => message.kind === 'response' && status(message) === 200),
)

const asksQuestion = check(
  'the page has a form that leads to the logout',
  ({ message }) => status(message) === 200 && formAction(message)?.pathname === '/oauth2/logout',
)

const endsSession = check(
  'the session of the cookie is deleted, and the browser deletes the cookie',
  (scene) => {
    const request = requestOf(scene)
    const key = request === undefined ? '' : brought(request).get('fusionauth.sso')
    return (
      deletes(scene.message, 'fusionauth.sso') &&
      changesOf(scene, 'FusionAuth.ssoSessions').findLast((change) => change.key === key)?.op !==
        'set'
    )
  },
)

const noCookieLeft = check(
  'the browser holds no cookie of FusionAuth’s session',
  (scene) =>
    ![...jarOf(scene, scene.message.to).keys()].some((key) => key.startsWith('fusionauth.sso@')),
)

const ended = check('the session of the cookie that came along is not there', (scene) => {
  const request = requestOf(scene)
  const key = request === undefined ? undefined : brought(request).get('fusionauth.sso')
  return (
    status(scene.message) === 200 &&
    (key === undefined ||
      changesOf(scene, 'FusionAuth.ssoSessions').findLast((change) => change.key === key)?.op !==
        'set')
  )
})

const answersYes = check(
  'the form of FusionAuth’s question is sent',
  (scene) => path(scene.message) === '/oauth2/logout' && [...form(scene.message).keys()].length > 0,
)

const comesBack = check(
  'the answer before came from elsewhere, or from the application’s logout, and led here',
  (scene) => {
    const before = lastAnswer(scene)
    return (
      before !== undefined &&
      (location(before)?.href === url(scene.message)?.href ||
        body(before).includes(path(scene.message)))
    )
  },
)

const confirms = check(
  'the page says so',
  ({ message }) => status(message) === 200 && body(message).includes('You are logged out'),
)

const bothGone = check('the browser holds neither session id nor token of this host', (scene) =>
  ['sid', '__Host-sid', 'rt', 'jwt'].every(
    (name) => inJar(scene, scene.message.to, `${name}@${host(scene.message)}`) === '',
  ),
)

export const logout = {
  'logout-request': [[asksToLogOut, fromItsPage], [saysOrigin]],
  'logout-request/Mobile': [[asksToLogOut, fromItsPage], [bringsRefreshToken]],
  'logout-api-request': [[isPost('/api/logout'), toFusionAuth]],
  'logout-api-response/200': [[agrees]],
  'end-session': [[forgets]],
  'logout-response/200': [[takesAll]],
  'logout-response/303': [[takesAll]],
  'logout-response/303/elsewhere': [[takesAll], [toLogout]],
  'logout-response/502': [[takesAll], [outage]],
  'end-session-request': [[isGet('/oauth2/logout')]],
  'end-session-response/200': [[asksQuestion]],
  'end-session-response/200/takes-sso-cookie': [[endsSession], [noCookieLeft]],
  'end-session-answer-request': [[isPost('/oauth2/logout'), answersYes]],
  'end-session-answer-response/200': [[ended]],
  'logged-out-request': [[isGet('/logged-out'), comesBack]],
  'logged-out-response/200': [[confirms], [bothGone]],
} as const satisfies Partial<PerSentence<Grounds>>
