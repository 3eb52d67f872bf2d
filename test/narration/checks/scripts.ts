import type { PerSentence } from '../../../scenarios/narration/story.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import { decodeToken } from '../../../scenarios/model/jwt.ts'
import {
  answerOf,
  body,
  carried,
  changesOf,
  check,
  claims,
  earlier,
  field,
  type Grounds,
  isAgent,
  json,
  keySet,
  later,
  location,
  made,
  member,
  path,
  requestOf,
  type Scene,
  setCookies,
  status,
  storesKey,
  tellsNothing,
  textOf,
  url,
  asks,
} from './scene.ts'
import { noSessionMade, setsHttpOnly, typedPassword } from './shared/logins.ts'

/** What scripts of pages and apps do, and what is asked for on their account. */

/** The page that this very message brings into view. */
const drawn = ({ message }: Scene): string => {
  const change = message.changes.find(({ where }) => where.endsWith('.pages'))
  const html = member(change?.after, 'html')
  return typeof html === 'string' ? html : ''
}

const isOwnDoing = check(
  'nothing is sent: it happens in the page or app itself',
  ({ message }) => message.kind === 'self' && message.http === null && isAgent(message.from),
)

const isShell = check(
  'the page names its script, and holds nothing of what is behind the login',
  ({ message }) =>
    status(message) === 200 &&
    body(message).includes('data-program="') &&
    !body(message).includes('class="item"') &&
    !/<a [^>]*href="\/login"/.test(body(message)),
)

const setsNothing = check('it sets no cookie', ({ message }) => setCookies(message).size === 0)

const byScript = check(
  'a script asks for it',
  ({ message }) => message.by === 'script' && asks(message, 'GET', '/api/user'),
)

const namesUser = check('a user is in the answer', ({ message }) => {
  const name = member(json(message)['user'], 'name')
  return status(message) === 200 && (name === null || typeof name === 'string')
})

const holdsNoToken = check(
  'no JWT is in the answer, neither in its body nor in a cookie',
  ({ message }) => !carried(message).includes('eyJ'),
)

const knowsNobody = check(
  'the answer is 404, and names nobody',
  ({ message }) => status(message) === 404 && json(message)['user'] === undefined,
)

const showsLoginButton = check(
  'the page that is shown has a button or a link to the login',
  (scene) => /<(button|a)\b[^>]*>\s*Log in/i.test(drawn(scene)),
)

const drawsForm = check('the page that is shown has a password field', (scene) =>
  drawn(scene).includes('type="password"'),
)

const showsPage = check('a page is shown for it', (scene) => drawn(scene) !== '')

const cameToNothing = check('the last request was not answered, or with an error', (scene) => {
  const request = earlier(scene).findLast(
    ({ from, kind }) => from === scene.message.from && kind === 'request',
  )
  const answer = request === undefined ? undefined : answerOf({ ...scene, message: request })
  return request !== undefined && (answer === undefined || status(answer) >= 400)
})

const formIsRead = check(
  'the form that is shown stays in the page: the next password is sent by script or app, as JSON',
  (scene) => {
    const next = later(scene).find((other) => isAgent(other.from) && typedPassword(other) !== '')
    return (
      drawn(scene).includes('<form') &&
      (next === undefined || (next.by !== undefined && textOf(next, 'password') !== ''))
    )
  },
)

/** The JWT that a script hands in. */
const handed = ({ message }: Scene): string => textOf(message, 'token')

const handsIn = (wanted: string) =>
  check(`a script posts to ${wanted} the JWT that FusionAuth gave this browser`, (scene) => {
    const jwt = handed(scene)
    return (
      scene.message.by === 'script' &&
      asks(scene.message, 'POST', wanted) &&
      decodeToken(jwt) !== null &&
      earlier(scene).some(
        (other) =>
          other.from === 'FusionAuth' &&
          other.to === scene.message.from &&
          (carried(other).includes(jwt) || (location(other)?.hash ?? '').includes(jwt)),
      )
    )
  })

const setsHandedJwt = check('the cookie holds the JWT that was handed in', (scene) => {
  const request = requestOf(scene)
  return (
    request !== undefined &&
    storesKey(scene.message, 'jwt') &&
    keySet(scene.message, 'jwt') === textOf(request, 'token')
  )
})

/** The application that FusionAuth made a JWT for. */
const audience = (scene: Scene): unknown => {
  const request = requestOf(scene)
  return request === undefined ? undefined : claims(textOf(request, 'token'))['aud']
}

const forAnother = check(
  'its audience is not that of the JWTs that this application has taken before',
  (scene) => {
    const taken = earlier(scene)
      .filter(({ from, kind }) => from === scene.message.from && kind === 'response')
      .map((other) => claims(keySet(other, 'jwt'))['aud'])
      .filter((one) => one !== undefined)
    return (
      status(scene.message) === 401 && taken.length > 0 && !taken.includes(audience(scene) as never)
    )
  },
)

const keptInStorage = check('local storage of this origin gets a JWT', ({ message }) => {
  const change = made(message, `${message.from}.localStorage`, 'set')
  return typeof change?.after === 'string' && decodeToken(change.after) !== null
})

const readable = check(
  'it lies there as it is, and in no cookie of this host, which could be HttpOnly',
  (scene) => {
    const change = made(scene.message, `${scene.message.from}.localStorage`, 'set')
    const host = URL.parse(change?.key.split(' ', 1)[0] ?? '')?.hostname
    return (
      host !== undefined &&
      !changesOf(scene, `${scene.message.from}.jar`).some(
        ({ key, after }) => key.endsWith(`@${host}`) && member(after, 'value') === change?.after,
      )
    )
  },
)

const takenFromStorage = check('local storage loses the JWT', ({ message }) => {
  const change = made(message, `${message.from}.localStorage`, 'delete')
  return change?.key.endsWith(' jwt') === true
})

/** The answer of FusionAuth just before, and the cookies of tokens that it has written over. */
const overwritten = (scene: Scene) => {
  const answer = earlier(scene).findLast(({ from }) => from === 'FusionAuth')
  const cookies = (answer?.changes ?? []).filter(
    ({ where, key, before, after }) =>
      where === 'Browser.jar' &&
      /^(access|refresh)_token@/.test(key) &&
      typeof member(before, 'value') === 'string' &&
      member(before, 'value') !== member(after, 'value'),
  )
  return { answer, cookies }
}

const oneCookie = check(
  'the last answer of FusionAuth has written over a cookie that was there',
  (scene) => overwritten(scene).cookies.length > 0,
)

/** The origin whose script asked for an answer. */
const askedFrom = (scene: Scene, answer: Message | undefined): string => {
  const request = answer === undefined ? undefined : requestOf({ ...scene, message: answer })
  return request === undefined ? '' : field(request, 'origin')
}

const displaces = check('the cookie was set for a script of another origin before', (scene) => {
  const { answer, cookies } = overwritten(scene)
  return cookies.some(({ key }) => {
    const before = earlier(scene).findLast(
      (other) =>
        other !== answer &&
        other.changes.some((change) => change.where === 'Browser.jar' && change.key === key),
    )
    return before !== undefined && askedFrom(scene, before) !== askedFrom(scene, answer)
  })
})

const typesElsewhere = check('the app itself never sends a password', ({ trace, message }) =>
  trace.messages.every((other) => other.from !== message.from || typedPassword(other) === ''),
)

const keepsVerifier = check(
  'a verifier is put on the device, and the browser never sees it',
  (scene) => {
    const verifier = scene.message.changes.find(
      ({ where, op, key }) => where === 'Mobile.device' && op === 'set' && key === 'code_verifier',
    )?.after
    return (
      typeof verifier === 'string' &&
      scene.trace.messages.every(
        (other) =>
          (other.from !== 'Browser' && other.to !== 'Browser') ||
          !carried(other).includes(verifier),
      )
    )
  },
)

const ownAddress = check(
  'the answer before leads to the address of the app, with a code',
  (scene) => {
    const to = earlier(scene).at(-1)
    const leads = to === undefined ? null : location(to)
    return leads?.pathname === '/app-callback' && leads.searchParams.has('code')
  },
)

const serverSeesNoCode = check('no application is sent this code', (scene) => {
  const before = earlier(scene).at(-1)
  const code = (before && location(before)?.searchParams.get('code')) ?? ''
  return (
    code !== '' &&
    scene.trace.messages.every((other) => other.to !== 'Store' || !carried(other).includes(code))
  )
})

const backWithoutQuery = check(
  'it is a GET of the address to which the redirect leads, without what stands behind #',
  (scene) => {
    const before = earlier(scene).findLast(({ kind, to }) => kind === 'response' && isAgent(to))
    const leads = before === undefined ? null : location(before)
    return (
      asks(scene.message, 'GET', '/oauth-callback') &&
      leads !== null &&
      `${leads.origin}${leads.pathname}` === url(scene.message)?.href
    )
  },
)

const fragmentStays = check('the JWT behind # is not in the request', (scene) => {
  const before = earlier(scene).findLast(({ kind, to }) => kind === 'response' && isAgent(to))
  const jwt = /access_token=([^&]+)/.exec((before && location(before)?.hash) ?? '')?.[1] ?? ''
  return jwt !== '' && !carried(scene.message).includes(jwt)
})

const inFragment = check('the redirect has a JWT behind #, and none before it', ({ message }) => {
  const to = location(message)
  return (
    status(message) === 302 &&
    /[#&]access_token=eyJ/.test(to?.hash ?? '') &&
    !(to?.search ?? '').includes('eyJ')
  )
})

const sentToNoServer = check('the request that follows the redirect does not hold it', (scene) => {
  const jwt = /access_token=([^&]+)/.exec(location(scene.message)?.hash ?? '')?.[1] ?? ''
  const next = later(scene)[0]
  return jwt !== '' && (next === undefined || !carried(next).includes(jwt))
})

const takesOutJwt = check(
  'the redirect before had a JWT behind #, and the script uses that one',
  (scene) => {
    const before = earlier(scene).findLast((other) => (location(other)?.hash ?? '') !== '')
    const jwt = /access_token=([^&]+)/.exec((before && location(before)?.hash) ?? '')?.[1] ?? ''
    const next = later(scene)[0]
    return (
      jwt !== '' &&
      (next === undefined ||
        carried(next).includes(jwt) ||
        next.changes.some(({ after }) => after === jwt))
    )
  },
)

const asksForToken = check(
  'it asks FusionAuth for a token, with neither challenge nor secret',
  ({ message }) => {
    const query = url(message)?.searchParams
    return (
      path(message) === '/oauth2/authorize' &&
      message.to === 'FusionAuth' &&
      query?.get('response_type') === 'token' &&
      !query.has('code_challenge') &&
      !query.has('client_secret')
    )
  },
)

const bringsSso = check(
  'the cookie of FusionAuth’s session goes along',
  ({ message, trace }) =>
    message.cookies.some(({ name, sent }) => name === 'fusionauth.sso' && sent) ||
    (tellsNothing({ message, trace }) && carried(message).includes('fusionauth.sso=')),
)

export const scripts = {
  'any-response/200/shell': [[isShell], [setsNothing]],
  'user-request': [[byScript]],
  'user-response/200': [[namesUser, holdsNoToken]],
  'user-response/404': [[knowsNobody], [showsLoginButton]],
  'check-local-storage': [[isOwnDoing]],
  'open-app': [[isOwnDoing]],
  'go-home': [[isOwnDoing, showsPage]],
  'show-problem': [[cameToNothing, isOwnDoing, showsPage]],
  'render-login-form': [[isOwnDoing, drawsForm], [formIsRead]],
  'authorize-request/token': [[asksForToken]],
  'authorize-request/token/with-sso-session': [[asksForToken, bringsSso]],
  'open-browser': [[isOwnDoing, typesElsewhere], [keepsVerifier]],
  'app-link': [[isOwnDoing, ownAddress], [serverSeesNoCode]],
  'consent-response/302/token': [[inFragment], [sentToNoServer]],
  'callback-request/no-query': [[backWithoutQuery], [fragmentStays]],
  'callback-response/200/shell': [[isShell], [takesOutJwt]],
  'cookie-drop-request': [[handsIn('/api/cookie-drop')]],
  'cookie-drop-response/200': [[setsHandedJwt, setsHttpOnly('jwt'), noSessionMade]],
  'cookie-drop-response/401': [[forAnother]],
  'start-session-request': [[handsIn('/api/start-session')]],
  'local-storage-drop': [[isOwnDoing, keptInStorage], [readable]],
  'local-storage-clear': [[isOwnDoing, takenFromStorage]],
  clobbered: [[isOwnDoing, oneCookie], [displaces]],
} as const satisfies Partial<PerSentence<Grounds>>
