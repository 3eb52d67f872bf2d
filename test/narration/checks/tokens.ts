import { createPublicKey, verify } from 'node:crypto'
import { decodeToken } from '../../../scenarios/model/jwt.ts'
import type { PerSentence } from '../../../scenarios/narration/story.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import {
  hasStatus,
  isGet,
  keptOnDevice,
  noApplicationSeesPassword,
  typedPassword,
} from './shared/logins.ts'
import {
  accessToken,
  accessTokenStays,
  addsClientSecret,
  answersApplication,
  asksAsForTheUser,
  endsAtLogin,
  isOpaque,
  isServerToServer,
  noPasswordTyped,
  noTokens,
  presented,
  presentsWhatCame,
  refreshTokenIn,
  returnsTokens,
  saysNobody,
  keyIsOver,
  tokenRefused,
  tokenWasAlive,
} from './shared/tokens.ts'
import {
  agentsSaw,
  answerOf,
  body,
  brought,
  carried,
  keyIn,
  keySet,
  location,
  made,
  member,
  stores,
  causeAnswer,
  causeOf,
  challenge,
  changesOf,
  check,
  earlier,
  field,
  form,
  type Grounds,
  isAgent,
  json,
  path,
  requestOf,
  type Scene,
  setCookies,
  status,
  tellsNothing,
  textOf,
  unchecked,
  url,
} from './scene.ts'

const redeemsCode = check('the code is the one that the browser has just brought', (scene) => {
  const cause = causeOf(scene)
  const code = form(scene.message).get('code') ?? ''
  return code !== '' && cause !== undefined && url(cause)?.searchParams.get('code') === code
})

const provesBeginning = check(
  'the verifier hashes to the challenge that the authorize request carried',
  (scene) => {
    const verifier = form(scene.message).get('code_verifier') ?? ''
    const hash = challenge(verifier)
    return (
      verifier !== '' &&
      earlier(scene).some(
        (other) =>
          path(other) === '/oauth2/authorize' &&
          url(other)?.searchParams.get('code_challenge') === hash,
      )
    )
  },
)

/** The password that the user typed into the form which this message passes on. */
const typed = (scene: Scene): string => {
  const cause = causeOf(scene)
  return cause === undefined ? '' : typedPassword(cause)
}

const passesPasswordOn = check(
  'the password is the one that was typed into the application’s form',
  (scene) =>
    typed(scene) !== '' &&
    (form(scene.message).get('password') ?? textOf(scene.message, 'password')) === typed(scene),
)

const twoKnow = check(
  'the application and FusionAuth have both been sent the password',
  (scene) => {
    const cause = causeOf(scene)
    return (
      cause?.to === scene.message.from &&
      scene.message.to === 'FusionAuth' &&
      typed(scene) !== '' &&
      body(scene.message).includes(JSON.stringify(typed(scene)))
    )
  },
)

const addsApiKey = check(
  'an API key goes along',
  ({ message }) => field(message, 'authorization') !== '' && path(message) === '/api/login',
)

const noClientSecret = check(
  'it goes to the JWT API, with neither client secret nor API key',
  ({ message }) =>
    path(message) === '/api/jwt/refresh' &&
    !body(message).includes('secret') &&
    field(message, 'authorization') === '',
)

const handedOn = check(
  'the answer to the agent hands on the refresh token that came back, in a cookie or in its body',
  (scene) => {
    const token = refreshTokenIn(scene.message)
    const answer = causeAnswer(scene)
    return (
      token !== '' &&
      (answer === undefined ||
        status(answer) >= 400 ||
        keySet(answer, 'refresh-token') === token ||
        textOf(answer, 'refreshToken') === token)
    )
  },
)

/** What of the tokens the answer to the agent holds, and in what. */
const goesOn = (name: string, right: (answer: Message, jwt: string, refresh: string) => boolean) =>
  check(name, (scene) => {
    const answer = causeAnswer(scene)
    const jwt = accessToken(scene.message)
    return answer !== undefined && jwt !== '' && right(answer, jwt, refreshTokenIn(scene.message))
  })

const refreshTokenInCookie = goesOn(
  'the refresh token is set as a cookie',
  (answer, _, refresh) => refresh !== '' && keySet(answer, 'refresh-token') === refresh,
)

const idAlone = goesOn(
  'the answer sets a session id, and holds no token',
  (answer, jwt, refresh) =>
    keySet(answer, 'session') !== '' &&
    !carried(answer).includes(jwt) &&
    (refresh === '' || !carried(answer).includes(refresh)),
)

const bothInCookies = goesOn(
  'the answer sets both as cookies',
  (answer, jwt, refresh) =>
    keySet(answer, 'jwt') === jwt && keySet(answer, 'refresh-token') === refresh,
)

const bothInBody = goesOn(
  'the body of the answer holds both, and no cookie is set',
  (answer, jwt, refresh) =>
    textOf(answer, 'token') === jwt &&
    textOf(answer, 'refreshToken') === refresh &&
    setCookies(answer).size === 0,
)

const noSecretOfOnesOwn = check(
  'no client secret goes along',
  ({ message }) => !form(message).has('client_secret') && field(message, 'authorization') === '',
)

const fromTheApp = check(
  'the app sends it to FusionAuth, with the code that FusionAuth has just handed out',
  (scene) => {
    const code = form(scene.message).get('code') ?? ''
    return (
      scene.message.from === 'Mobile' &&
      scene.message.to === 'FusionAuth' &&
      code !== '' &&
      earlier(scene).some((other) => location(other)?.searchParams.get('code') === code)
    )
  },
)

const straightThere = check(
  'an agent sends the password to FusionAuth’s Login API',
  ({ message }) =>
    isAgent(message.from) &&
    message.to === 'FusionAuth' &&
    path(message) === '/api/login' &&
    typedPassword(message) !== '',
)

const noApiKey = check('no API key goes along, and the login is judged all the same', (scene) => {
  const answer = answerOf(scene)
  return (
    field(scene.message, 'authorization') === '' && (answer === undefined || status(answer) !== 401)
  )
})

const answersAgent = check(
  'FusionAuth answers an agent',
  ({ message }) => message.from === 'FusionAuth' && isAgent(message.to),
)

const refusesCookies = check(
  'both are set for another site, and the browser stores neither',
  ({ message }) =>
    ['access_token', 'refresh_token'].every(
      (name) =>
        setCookies(message).has(name) &&
        message.received.some((cookie) => cookie.name === name && !cookie.stored),
    ),
)

const asksForJwt = check(
  'an agent asks FusionAuth’s JWT API',
  ({ message }) =>
    isAgent(message.from) &&
    message.to === 'FusionAuth' &&
    path(message) === '/api/jwt/refresh' &&
    message.http?.method === 'POST',
)

const bringsFusionAuthsCookie = check(
  'its cookie is the last that FusionAuth has set in this browser',
  (scene) => {
    const token = brought(scene.message).get('refresh_token') ?? ''
    const last = earlier(scene).findLast(
      (other) => other.to === scene.message.from && stores(other, 'refresh_token'),
    )
    return token !== '' && last?.from === 'FusionAuth' && keySet(last, 'refresh-token') === token
  },
)

const bringsNone = check(
  'no refresh token goes along',
  ({ message }) => presented(message) === '' && message.kind === 'request',
)

const broughtNone = check('no refresh token was presented, and the status is 400', (scene) => {
  const request = requestOf(scene)
  return request !== undefined && presented(request) === '' && status(scene.message) === 400
})

const setAgain = check(
  'the refresh token of the body is set as a cookie',
  ({ message }) =>
    refreshTokenIn(message) !== '' && keySet(message, 'refresh-token') === refreshTokenIn(message),
)

const thiefsCookie = check(
  'the Hacker sends a refresh token that the browser was given',
  (scene) => {
    const token = brought(scene.message).get('refresh_token') ?? ''
    return (
      scene.message.from === 'Hacker' &&
      scene.message.to === 'FusionAuth' &&
      token !== '' &&
      earlier(scene).some((other) => other.to === 'Browser' && carried(other).includes(token))
    )
  },
)

const asksAllowance = check(
  'it asks whether this origin may send JSON',
  ({ message }) =>
    message.http?.method === 'OPTIONS' &&
    field(message, 'origin').startsWith('https:') &&
    field(message, 'origin') !== url(message)?.origin &&
    field(message, 'access-control-request-headers').includes('content-type'),
)

const nothingPersonal = check(
  'it has neither cookie nor body',
  ({ message }) => field(message, 'cookie') === '' && body(message) === '',
)

const allows = check(
  'the answer names the origin, the method and the header that were asked for, and credentials',
  (scene) => {
    const request = requestOf(scene)
    const list = (name: string): string => field(scene.message, name).toLowerCase()
    return (
      request !== undefined &&
      list('access-control-allow-origin') === field(request, 'origin') &&
      list('access-control-allow-methods').includes(
        field(request, 'access-control-request-method').toLowerCase(),
      ) &&
      list('access-control-allow-headers').includes(
        field(request, 'access-control-request-headers').toLowerCase(),
      ) &&
      list('access-control-allow-credentials') === 'true'
    )
  },
)

const namesError = check(
  'it is 400 with an error',
  ({ message }) => status(message) === 400 && textOf(message, 'error') !== '',
)

const returnsUser = check('the user is in the answer', ({ message }) => {
  const { user } = json(message)
  return typeof user === 'object' && user !== null && 'email' in user
})

const noSsoSession = check(
  'FusionAuth makes no session of its own',
  ({ trace }) =>
    !trace.messages.some(({ changes }) =>
      changes.some(({ where }) => where === 'FusionAuth.ssoSessions'),
    ),
)

const isUsers = (participant: string): boolean =>
  participant === 'Browser' || participant === 'Mobile'

const neverMetFusionAuth = check(
  'no agent of the user’s exchanges a message with FusionAuth',
  ({ trace }) =>
    !trace.messages.some(
      ({ from, to }) =>
        (isUsers(from) && to === 'FusionAuth') || (isUsers(to) && from === 'FusionAuth'),
    ),
)

const sameAnswer = check(
  'every refused login of this run is answered alike',
  ({ message, trace }) =>
    status(message) === 404 &&
    trace.messages.every(
      (other) =>
        !/login-api-response/.test(other.id) ||
        status(other) === 200 ||
        body(other) === body(message),
    ),
)

const saysNothing = check(
  'the answer holds nothing about the user',
  ({ message }) => !/ada|user/i.test(body(message)) && setCookies(message).size === 0,
)

/** Tokens that the application got before this message, for the sake of the same request or in it. */
const tokensBefore = (scene: Scene): readonly string[] => [
  ...tokensAsked(scene),
  ...tokensIn(scene),
]

const tokensIn = (scene: Scene): readonly string[] => {
  const cause = causeOf(scene)
  if (cause === undefined) return []
  return [keyIn(cause, 'jwt'), textOf(cause, 'token')].filter((token) => token.startsWith('eyJ'))
}

const tokensAsked = (scene: Scene): readonly string[] =>
  earlier(scene)
    .filter(({ cause, kind }) => kind === 'response' && cause === scene.message.cause)
    .flatMap((other) => [
      textOf(other, 'id_token'),
      textOf(other, 'token'),
      textOf(other, 'access_token'),
    ])
    .filter((token) => token !== '')

const tokenCameFirst = check(
  'a token came for the same request, just before',
  (scene) => scene.message.cause !== null && tokensBefore(scene).length > 0,
)

const keysOf = (message: Message): readonly Readonly<Record<string, Json>>[] => {
  const { keys } = json(message)
  return Array.isArray(keys) ? (keys as readonly Readonly<Record<string, Json>>[]) : []
}

const publicOnly = check(
  'no private part of a key is there',
  ({ message }) =>
    keysOf(message).length > 0 &&
    keysOf(message).every(
      (key) =>
        key['kty'] === 'RSA' && !['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some((name) => name in key),
    ),
)

const isSignedBy = (token: string, key: Readonly<Record<string, Json>>): boolean => {
  try {
    const [head, claims, signature = ''] = token.split('.')
    return verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    )
  } catch {
    return false
  }
}

const signatureFits = check(
  'the signature of the token that came before is good by the key that it names',
  (scene) =>
    tokensBefore(scene).length > 0 &&
    tokensBefore(scene).every((token) =>
      keysOf(scene.message).some(
        (key) => key['kid'] === decodeToken(token)?.header['kid'] && isSignedBy(token, key),
      ),
    ),
)

const bothPasswords = check(
  'the password in force and another one go to FusionAuth',
  ({ message }) => {
    const [old, fresh] = [textOf(message, 'currentPassword'), textOf(message, 'password')]
    return message.to === 'FusionAuth' && old !== '' && fresh !== ''
  },
)

const asksForTokens = check(
  'it asks FusionAuth for the refresh tokens of a user',
  ({ message }) =>
    message.to === 'FusionAuth' && message.http?.method === 'GET' && url(message)?.search !== '',
)

const listsTokens = check('the answer lists refresh tokens by their ids', ({ message }) => {
  const { refreshTokens } = json(message)
  return Array.isArray(refreshTokens) && JSON.stringify(refreshTokens).includes('"id"')
})

const revokes = check(
  'a DELETE names the refresh token, or the user and the application',
  ({ message }) => {
    const query = url(message)?.searchParams
    return (
      message.http?.method === 'DELETE' &&
      message.to === 'FusionAuth' &&
      (textOf(message, 'token') !== '' ||
        (query?.get('userId') ?? '') !== '' ||
        /^\/api\/jwt\/refresh\/./.test(path(message)))
    )
  },
)

/** Whether FusionAuth gives an agent itself a refresh token for an application. */
const isIssuedFor = (message: Message, app: string): boolean =>
  isAgent(message.to) &&
  message.changes.some(
    ({ where, op, key, after }) =>
      where === 'FusionAuth.refreshTokens' &&
      op === 'set' &&
      key === refreshTokenIn(message) &&
      JSON.stringify(member(after, 'application') ?? '').includes(app),
  )

const isDeadNow = check('FusionAuth accepts it, and the refresh tokens meant are gone', (scene) => {
  const request = requestOf(scene)
  const token = request === undefined ? '' : textOf(request, 'token')
  const issued = [
    ...new Set(
      earlier(scene)
        .filter(
          (other) =>
            other.kind === 'response' &&
            (other.to === scene.message.to || isIssuedFor(other, scene.message.to)),
        )
        .map(refreshTokenIn)
        .filter((value) => value !== ''),
    ),
  ]
  const byApplication = request !== undefined && url(request)?.searchParams.has('applicationId')
  if (token === '' && byApplication !== true)
    return (
      status(scene.message) === 200 &&
      (tellsNothing(scene) ||
        ['FusionAuth.refreshTokens', 'FusionAuth.ssoSessions'].some(
          (where) => made(scene.message, where, 'delete') !== undefined,
        ))
    )
  const meant = token === '' ? issued : [token]
  const last = (key: string) =>
    changesOf(scene, 'FusionAuth.refreshTokens').findLast((change) => change.key === key)
  return (
    status(scene.message) === 200 &&
    meant.length > 0 &&
    meant.every((key) => tellsNothing(scene) || last(key)?.op === 'delete')
  )
})

const hasToken = check(
  'it returns a token with 200',
  ({ message }) => status(message) === 200 && accessToken(message).startsWith('eyJ'),
)

const isRefresh = check('a refresh token is presented', ({ message }) => presented(message) !== '')

const ownRefreshToken = check(
  'no refresh token came along, and this one was never sent to an agent',
  (scene) => {
    const cause = causeOf(scene)
    const token = presented(scene.message)
    return (
      cause !== undefined &&
      token !== '' &&
      keyIn(cause, 'refresh-token') === '' &&
      !agentsSaw(scene, token)
    )
  },
)

const refreshTokenStays = check(
  'the answer to the agent does not hold the refresh token',
  (scene) => {
    const token = refreshTokenIn(scene.message)
    const answer = causeAnswer(scene)
    return token !== '' && (answer === undefined || !carried(answer).includes(token))
  },
)

const byHacker = check('the Hacker sends it', ({ message }) => message.from === 'Hacker')

const revived = [
  [presentsWhatCame, keyIsOver],
  [isServerToServer, addsClientSecret, isRefresh],
] as const
const onlyFusionAuthKnows = [[presentsWhatCame, isServerToServer], [isOpaque]] as const
const bearer = [[hasStatus(200), returnsTokens, tokenWasAlive], [saysNobody]] as const
const renewed = [[returnsTokens, noPasswordTyped], [handedOn]] as const
const deadToken = [[tokenRefused, noTokens], [endsAtLogin]] as const

export const tokens = {
  'token-request/authorization_code/direct': [[fromTheApp], [noSecretOfOnesOwn, provesBeginning]],
  'token-request/authorization_code': [
    [isServerToServer, redeemsCode],
    [addsClientSecret, provesBeginning],
  ],
  'token-request/password': [
    [isServerToServer, passesPasswordOn, addsClientSecret],
    unchecked('A rule of RFC 9700 §2.4, and its reason; no message can show that it holds.'),
  ],
  'token-request/refresh_token': revived,
  'token-request/refresh_token/kept': [
    [ownRefreshToken],
    [isServerToServer, addsClientSecret, isRefresh],
  ],
  'relogin.token-request/refresh_token': onlyFusionAuthKnows,
  'token-request/refresh_token/for-Hacker': [[asksAsForTheUser], [addsClientSecret]],
  'token-response/200': [[answersApplication, hasToken]],
  'token-response/200/goes-on-session-and-refresh-token': [
    [returnsTokens, answersApplication],
    [accessTokenStays, refreshTokenInCookie],
  ],
  'token-response/200/goes-on-session': [
    [answersApplication, hasToken],
    [idAlone, accessTokenStays],
  ],
  'token-response/200/goes-on-tokens': [[returnsTokens, answersApplication], [bothInCookies]],
  'token-response/200/goes-on-tokens-in-body': [[returnsTokens, answersApplication], [bothInBody]],
  'token-response/200/direct': [[returnsTokens, answersAgent, keptOnDevice]],
  'token-response/200/refresh_token': renewed,
  'token-response/200/refresh_token/kept': [[returnsTokens, noPasswordTyped], [refreshTokenStays]],
  'token-response/200/refresh_token/for-Hacker': bearer,
  'token-response/400': [[namesError], [noTokens]],
  'token-response/400/refresh_token': deadToken,
  'token-response/401': [
    [
      hasStatus(401),
      check(
        'the error is invalid_client',
        ({ message }) => textOf(message, 'error') === 'invalid_client',
      ),
    ],
  ],

  'login-api-request': [[isServerToServer, addsApiKey, passesPasswordOn], [twoKnow]],
  'login-api-request/direct': [[straightThere], [noApiKey]],
  'login-api-response/200/direct': [[returnsTokens, answersAgent], [noApplicationSeesPassword]],
  'login-api-response/200/direct/cookies-refused': [
    [returnsTokens, answersAgent],
    [refusesCookies],
  ],
  'login-api-response/200': [
    [returnsUser, returnsTokens, answersApplication],
    [neverMetFusionAuth, noSsoSession],
  ],
  'login-api-response/404': [[sameAnswer], [saysNothing]],
  'preflight-request': [[asksAllowance], [nothingPersonal]],
  'preflight-response/204': [[allows]],
  'jwt-refresh-request/direct': [[asksForJwt], [bringsFusionAuthsCookie]],
  'jwt-refresh-request/direct/no-refresh-token': [[asksForJwt, bringsNone]],
  'jwt-refresh-request/Hacker': [[thiefsCookie], [noClientSecret]],
  'jwt-refresh-request/Hacker/empty-handed': [[asksForJwt, bringsNone, byHacker]],
  'jwt-refresh-response/200/direct': [[returnsTokens, noPasswordTyped, answersAgent], [setAgain]],
  'jwt-refresh-response/200/Hacker': bearer,
  'jwt-refresh-response/400/direct/no-refresh-token': [[broughtNone], [endsAtLogin]],
  'jwt-refresh-request': [
    [presentsWhatCame, keyIsOver],
    [isServerToServer, noClientSecret],
  ],
  'relogin.jwt-refresh-request': onlyFusionAuthKnows,
  'jwt-refresh-request/for-Hacker': [[asksAsForTheUser]],
  'jwt-refresh-response/200': renewed,
  'jwt-refresh-response/200/api/for-Hacker': bearer,
  'jwt-refresh-response/400': deadToken,

  'jwks-request': [[isGet('/.well-known/jwks.json'), tokenCameFirst]],
  'jwks-response/200': [[publicOnly], [signatureFits]],

  'change-password-request': [[bothPasswords]],
  'change-password-response/200': [[hasStatus(200), answersApplication]],
  'tokens-request': [[asksForTokens]],
  'tokens-response/200': [[listsTokens]],
  'revoke-request': [[revokes]],
  'revoke-response/200': [[isDeadNow]],
} as const satisfies Partial<PerSentence<Grounds>>
