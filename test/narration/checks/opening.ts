import type { PerSentence } from '../../../scenarios/narration/story.ts'
import {
  asksForCode,
  bringsNoLogin,
  carriesPassword,
  followsRedirect,
  fusionAuthOfNoUse,
  hasStatus,
  isGet,
  keepsLoginCookies,
  noSessionMade,
  passwordTypedBefore,
  keptOnDevice,
  letsIn,
  setsHttpOnly,
  setsNo,
  setsTheNewSession,
  showsForm,
  typedPassword,
  verifierStaysHidden,
} from './shared/logins.ts'
import { noOtherHostsCookies } from './shared/sessions.ts'
import {
  attempt,
  body,
  brought,
  challenge,
  check,
  changesOf,
  cookieValue,
  done,
  earlier,
  form,
  formAction,
  type Grounds,
  isAgent,
  isPasswordForm,
  isRedirected,
  keyIn,
  later,
  location,
  made,
  member,
  answerOf,
  requestOf,
  shownPage,
  setCookies,
  status,
  stores,
  storesKey,
  tellsNothing,
  unchecked,
  url,
} from './scene.ts'

const isApplication = (participant: string): boolean =>
  participant === 'Store' || participant === 'Forums'

const othersAtHome = check(
  'a session cookie of another host is kept back because it is host-only',
  ({ message }) =>
    message.cookies.some(
      ({ name, domain, sent, rule }) =>
        /^(?:__Host-)?(sid|jwt)$/.test(name) &&
        domain !== url(message)?.hostname &&
        !sent &&
        rule === 'host-only',
    ),
)

const untouchedSessions = check(
  'no key is looked at: nothing happens between request and answer',
  (scene) => {
    const answer = answerOf(scene)
    return (
      done(scene, 'extend-session') === undefined &&
      !later(scene).some(({ cause }) => cause === scene.message.exchange) &&
      answer !== undefined &&
      !answer.changes.some(({ where }) => where.endsWith('.appSessions'))
    )
  },
)

const cookiesGo = check('a session id or a token goes along, in a cookie', ({ message }) =>
  (['session', 'jwt', 'refresh-token'] as const).some((role) => keyIn(message, role) !== ''),
)

const parentsCookies = check(
  'tokens go along whose cookies lie at a domain above this host',
  ({ message }) =>
    ['access_token', 'refresh_token'].every((name) => brought(message).has(name)) &&
    message.cookies.some(({ sent, domain }) => sent && domain === 'example.com'),
)

const forEveryHost = check(
  'the cookies were set for the domain, and go to this host, which did not set them',
  ({ message, trace }) =>
    (url(message)?.hostname ?? '').endsWith('.example.com') &&
    trace.messages.some(
      (other) =>
        other.n < message.n &&
        other.from !== message.to &&
        other.to === message.from &&
        /Domain=example\.com/i.test(setCookies(other).get('access_token') ?? ''),
    ),
)

const hasLoginLink = check(
  'the page has a link to the login',
  ({ message }) => status(message) === 200 && /<a [^>]*href="\/login"/.test(body(message)),
)

const setsNothing = check(
  'it sets no cookie',
  ({ message }) => setCookies(message).size === 0 && message.received.length === 0,
)

const fromItsPage = check(
  'the page before has the link that leads here, and no redirect led here',
  (scene) => {
    const page = shownPage(scene, scene.message.to)
    return !isRedirected(scene) && /<a [^>]*href="\/login"/.test(page)
  },
)

const ledByScript = check(
  'the agent noted just before that it begins the login again, and no redirect led here',
  (scene) => {
    const before = earlier(scene).at(-1)
    return (
      before?.kind === 'self' &&
      before.from === scene.message.from &&
      before.id.includes('login-again') &&
      !isRedirected(scene)
    )
  },
)

const carriesAll = check(
  'the address carries state, nonce and an S256 challenge to FusionAuth',
  ({ message }) => {
    const to = location(message)
    return (
      to?.pathname === '/oauth2/authorize' &&
      to.origin !== url(message)?.origin &&
      (to.searchParams.get('state') ?? '') !== '' &&
      (to.searchParams.get('nonce') ?? '') !== '' &&
      (to.searchParams.get('code_challenge') ?? '').length === 43 &&
      to.searchParams.get('code_challenge_method') === 'S256'
    )
  },
)

const marksBrowser = check(
  'a cookie of 600 seconds is set, and the login attempt remembers it',
  (scene) => {
    const line = setCookies(scene.message).get('__Host-login')
    const state = location(scene.message)?.searchParams.get('state') ?? ''
    const mark = member(attempt(scene, scene.message.from, state), 'browser')
    return (
      stores(scene.message, '__Host-login') &&
      /Max-Age=600(;|$)/i.test(line ?? '') &&
      mark === cookieValue(line)
    )
  },
)

const formComesBackHere = check(
  'its form is sent to the same host',
  ({ message }) =>
    body(message).includes('<form') && formAction(message)?.origin === url(message)?.origin,
)

const formFromApplication = check(
  'the page is the application’s',
  ({ message }) => isApplication(message.from) && status(message) === 200,
)

const challengeIsHash = check(
  'the challenge is the S256 hash of a verifier that an application, or the app, keeps',
  (scene) => {
    const query = url(scene.message)?.searchParams
    const found =
      ['Store', 'Forums']
        .flatMap((app) => changesOf(scene, `${app}.loginAttempts`))
        .map(({ after }) => member(after, 'verifier'))
        .find(
          (verifier) =>
            typeof verifier === 'string' && challenge(verifier) === query?.get('code_challenge'),
        ) ??
      changesOf(scene, 'Mobile.device').findLast(
        (change) => change.op === 'set' && change.key === 'code_verifier',
      )?.after
    return typeof found === 'string' && challenge(found) === query?.get('code_challenge')
  },
)

const bringsSsoCookie = check(
  'the cookie of FusionAuth’s session goes along',
  ({ message }) =>
    brought(message).has('fusionauth.sso') &&
    message.cookies.some(({ name, sent }) => name === 'fusionauth.sso' && sent),
)

const ssoCookieOnlyThere = check(
  'no message to an application carries this cookie',
  ({ message, trace }) => {
    const value = brought(message).get('fusionauth.sso') ?? ''
    return (
      value !== '' &&
      !trace.messages.some(
        (other) =>
          (isApplication(other.to) || isApplication(other.from)) &&
          (other.http?.headers ?? []).some(([, text]) => text.includes(value)),
      )
    )
  },
)

const hostedForm = check(
  'FusionAuth’s page holds the form, which is sent to FusionAuth',
  ({ message }) =>
    message.from === 'FusionAuth' &&
    status(message) === 200 &&
    formAction(message)?.origin === url(message)?.origin,
)

const hostedPage = check(
  'a page of FusionAuth comes, and no form with a password field',
  ({ message }) =>
    message.from === 'FusionAuth' &&
    status(message) === 200 &&
    body(message) !== '' &&
    !isPasswordForm(message),
)

const sendsOn = check(
  'it redirects without a page',
  ({ message }) => status(message) === 302 && location(message) !== null && body(message) === '',
)

const passesBySso = check(
  'it redirects without a page, for a session that FusionAuth has',
  (scene) => {
    const request = requestOf(scene)
    const key = request === undefined ? '' : (brought(request).get('fusionauth.sso') ?? '')
    const session = changesOf(scene, 'FusionAuth.ssoSessions').findLast(
      (change) => change.key === key,
    )
    return (
      status(scene.message) === 302 &&
      body(scene.message) === '' &&
      !location(scene.message)?.searchParams.has('error') &&
      (session?.op === 'set' || tellsNothing(scene))
    )
  },
)

const nobodyTyped = check(
  'no password was typed on the way since the last page',
  (scene) =>
    earlier(scene)
      .toReversed()
      .find(({ kind, to, http }) => kind === 'response' && isAgent(to) && http?.status === 200)
      ?.id !== undefined &&
    !earlier(scene)
      .slice(-4)
      .some((other) => form(other).has('password') && other.http?.method === 'POST'),
)

const refusesWithPage = check(
  'it answers 400 with a page of its own, and no Location',
  ({ message }) =>
    status(message) === 400 && location(message) === null && body(message).includes('<'),
)

const again = [passwordTypedBefore] as const

const toFusionAuth = carriesPassword((to) => to === 'FusionAuth', 'FusionAuth')
const toApplication = carriesPassword(isApplication, 'an application')

const typedIntoHostedForm = check(
  'a form of FusionAuth’s that is sent there has come to this agent before',
  (scene) =>
    earlier(scene).some(
      (other) =>
        other.from === 'FusionAuth' &&
        other.to === scene.message.from &&
        isPasswordForm(other) &&
        formAction(other)?.origin === url(scene.message)?.origin,
    ),
)

const samePasswordElsewhere = check(
  'this very password was typed into the form of another application before',
  (scene) => {
    const { message } = scene
    const password = typedPassword(message)
    return (
      password !== '' &&
      earlier(scene).some(
        (other) =>
          isAgent(other.from) && other.to !== message.to && typedPassword(other) === password,
      )
    )
  },
)

const noSsoCookie = check('no cookie of FusionAuth lies in the browser', (scene) => {
  const { message } = scene
  return (
    !message.cookies.some(({ name }) => name.startsWith('fusionauth.')) &&
    !changesOf(scene, `${message.from}.jar`).some(({ key }) => key.startsWith('fusionauth.'))
  )
})

const errorText = (text: string): string =>
  /class="error"[^>]*>([^<]*)</.exec(text)?.[1]?.trim() ?? ''

const formWithError = check(
  'the form comes again with an error, and no code and no session cookie',
  ({ message }) =>
    status(message) === 200 &&
    errorText(body(message)) !== '' &&
    location(message) === null &&
    !setCookies(message).has('fusionauth.sso'),
)

const sameForEither = check(
  'the error is the same for each refused login of this run, and names neither of the two',
  ({ message, trace }) => {
    const own = errorText(body(message))
    return (
      own !== '' &&
      !/unknown|no such|wrong password|user not found/i.test(own) &&
      trace.messages.every(
        (other) =>
          other.from !== 'FusionAuth' ||
          !/credentials-response/.test(other.id) ||
          status(other) !== 200 ||
          errorText(body(other)) === own,
      )
    )
  },
)

const tellsProblem = check(
  'the form holds a word on what went wrong, with 422',
  ({ message }) => status(message) === 422 && /class="problem"[^>]*>\s*\S/.test(body(message)),
)

const wasRight = check(
  'FusionAuth goes on instead of showing the form again',
  ({ message }) =>
    status(message) === 302 &&
    message.from === 'FusionAuth' &&
    !location(message)?.searchParams.has('error'),
)

const staysAtFusionAuth = check(
  'the redirect leads to an address of FusionAuth',
  ({ message }) => location(message)?.origin === url(message)?.origin,
)

const handsCode = check(
  'the redirect leads to the application with a code that FusionAuth keeps',
  (scene) => {
    const { message } = scene
    const to = location(message)
    const code = to?.searchParams.get('code') ?? ''
    return (
      /^\/(oauth|app)-callback$/.test(to?.pathname ?? '') &&
      to?.origin !== url(message)?.origin &&
      code !== '' &&
      (made(message, 'FusionAuth.codes', 'set')?.key === code || tellsNothing(scene))
    )
  },
)

const setsSsoCookie = check('the session that FusionAuth keeps is set as a cookie', (scene) => {
  const value = cookieValue(setCookies(scene.message).get('fusionauth.sso'))
  const session = changesOf(scene, 'FusionAuth.ssoSessions').findLast(({ key }) => key === value)
  return stores(scene.message, 'fusionauth.sso') && (session?.op === 'set' || tellsNothing(scene))
})

const bringsCode = check(
  'the code is the one that FusionAuth has just put into the redirect',
  (scene) => {
    const code = url(scene.message)?.searchParams.get('code') ?? ''
    const before = earlier(scene).findLast(({ kind, to }) => kind === 'response' && isAgent(to))
    return (
      code !== '' &&
      before?.from === 'FusionAuth' &&
      location(before)?.searchParams.get('code') === code
    )
  },
)

const noTokenInAddress = check('a code stands in the address, and no token', (scene) => {
  const address = url(scene.message)
  return (
    address !== null &&
    address.searchParams.has('code') &&
    !/eyJ|access_token|refresh_token|id_token/.test(address.href)
  )
})

const handing = [handsCode, hasStatus(302)] as const

export const opening = {
  'home-request': [[isGet('/')], [bringsNoLogin]],
  'home-request/others-withheld': [
    [isGet('/'), othersAtHome, noOtherHostsCookies],
    [bringsNoLogin],
  ],
  'home-request/Hacker': [
    [isGet('/'), check('it is the Hacker', ({ message }) => message.from === 'Hacker')],
  ],
  'home-request/with-keys': [[isGet('/'), cookiesGo], [untouchedSessions]],
  'home-request/parent-domain': [[isGet('/'), parentsCookies], [forEveryHost]],
  'home-response/200': [[hasLoginLink], [setsNothing]],

  'login-request': [[isGet('/login'), fromItsPage]],
  'login-request/by-itself': [[isGet('/login'), ledByScript]],
  'login-request/redirected': [[isGet('/login'), followsRedirect]],
  'login-response/302': [[carriesAll], [verifierStaysHidden, marksBrowser]],
  'login-response/200': [[formFromApplication, showsForm], [formComesBackHere]],

  'authorize-request': [[asksForCode], [challengeIsHash, verifierStaysHidden]],
  'authorize-request/with-sso-session': [[asksForCode, bringsSsoCookie], [ssoCookieOnlyThere]],
  'authorize-response/200': [[hostedPage]],
  'authorize-response/200/form': [[showsForm], [hostedForm]],
  'authorize-response/302': [[sendsOn]],
  'authorize-response/302/by-sso': [[passesBySso], [nobodyTyped]],
  'authorize-response/400': [
    [refusesWithPage],
    unchecked('A rule of RFC 6749 §4.1.2.1; a trace shows that it was kept, not that it exists.'),
  ],

  'credentials-request/FusionAuth': [[toFusionAuth], [typedIntoHostedForm]],
  'relogin.credentials-request/FusionAuth': [[toFusionAuth, ...again]],
  'credentials-request': [
    [toApplication],
    [
      check(
        'the application is neither the user nor FusionAuth',
        ({ message }) => isApplication(message.to) && typedPassword(message) !== '',
      ),
    ],
  ],
  'credentials-request/same-password': [[toApplication, samePasswordElsewhere], [noSsoCookie]],
  'relogin.credentials-request/Store': [[toApplication, ...again], [noSsoCookie]],
  'credentials-response/200': [[hostedPage]],
  'credentials-response/200/form': [[formWithError, showsForm], [sameForEither]],
  'credentials-response/422': [
    [tellsProblem, showsForm],
    [noSessionMade, setsNothing],
  ],
  'credentials-response/302/FusionAuth': [[wasRight], [staysAtFusionAuth]],
  'credentials-response/401': [[hasStatus(401), noSessionMade, setsNothing]],
  'credentials-response/502': [
    [hasStatus(502), fusionAuthOfNoUse, noSessionMade],
    [keepsLoginCookies],
  ],

  'consent-request': [
    [isGet('/oauth2/consent'), followsRedirect],
    unchecked(
      'What FusionAuth does for third-party applications (its documentation); these are none.',
    ),
  ],
  'consent-response/302': [handing, [verifierStaysHidden]],
  'consent-response/302/with-sso-cookie': [handing, [verifierStaysHidden], [setsSsoCookie]],
  'callback-request': [[isGet('/oauth-callback'), bringsCode], [noTokenInAddress]],
  'entry-response/gives-session-and-refresh-token': [
    [letsIn],
    [setsHttpOnly('session', 'refresh-token'), setsTheNewSession],
  ],
  'entry-response/gives-session': [
    [letsIn],
    [setsHttpOnly('session'), setsTheNewSession, setsNo('refresh-token', 'jwt')],
  ],
  'entry-response/gives-tokens': [
    [letsIn],
    [setsHttpOnly('jwt', 'refresh-token'), setsNo('session')],
  ],
  'entry-response/gives-jwt': [
    [letsIn],
    [
      check('the agent stores the JWT as a cookie', ({ message }) => storesKey(message, 'jwt')),
      setsNo('session', 'refresh-token'),
    ],
  ],
  'entry-response/gives-tokens-in-body': [[letsIn], [keptOnDevice, setsNothing]],
  'callback-response/400': [[hasStatus(400), noSessionMade]],
  'callback-response/502': [
    [hasStatus(502), fusionAuthOfNoUse, noSessionMade],
    [keepsLoginCookies],
  ],
} as const satisfies Partial<PerSentence<Grounds>>
