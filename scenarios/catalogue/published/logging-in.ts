import type { ApplicationName } from '../../model/participant.ts'
import type { CookieRole } from '../cookie-names.ts'
import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './published-workflow.ts'
import { loadPath } from './loading.ts'

/** The first visit, before anybody is logged in. */
export const initialize = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => {
  if (published.client === 'mobile') return [self('Mobile')]
  const errata = when(app === 'Forums' && published.hasParentDomain, 'E25')
  const page = [ask('Browser', app, 'GET /', { errata }), answer(app, 'Browser', 200)]
  if (published.client === 'webapp') return page
  return published.hasLocalStorage
    ? [...page, self('Browser')]
    : [...page, ask('Browser', app, 'GET /api/user', { errata }), answer(app, 'Browser', 404)]
}

/** The cookies in which FusionAuth itself gives tokens to a script. */
export const atFusionAuth = ({ hasParentDomain }: PublishedWorkflow): readonly CookieRole[] =>
  hasParentDomain ? ['jwt', 'refresh-token'] : ['refresh-token']

/** What the page does with a JWT that its script was given. */
export const handOver = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => {
  if (published.hasLocalStorage) return [self('Browser')]
  if (published.hasParentDomain) return []
  const path = published.hasSession ? '/api/start-session' : '/api/cookie-drop'
  return [
    ask('Browser', app, `POST ${path}`, { carries: ['jwt'] }),
    ...when(published.hasSession, self(app)),
    answer(app, 'Browser', 200, { sets: published.cookies }),
  ]
}

/** To FusionAuth and back; without a form where FusionAuth knows the browser. */
const visitFusionAuth = (
  { login }: PublishedWorkflow,
  app: ApplicationName,
  isKnown: boolean,
): readonly ArrowTemplate[] => [
  ask('Browser', 'FusionAuth', 'GET /oauth2/authorize', {
    ...(isKnown ? { sends: ['sso'] as const } : {}),
    errata: [login === 'implicit' ? 'E26' : 'E6'],
  }),
  ...when(
    !isKnown,
    answer('FusionAuth', 'Browser', 200),
    ask('Browser', 'FusionAuth', 'POST /oauth2/authorize', { errata: ['E8'] }),
  ),
  answer('FusionAuth', 'Browser', 302, { location: '/oauth-callback', sets: ['sso'] }),
  ask('Browser', app, 'GET /oauth-callback'),
]

/** The implicit grant: the page is loaded anew, with the JWT in the fragment of its address. */
export const implicitLogin = (
  published: PublishedWorkflow,
  app: ApplicationName,
  isKnown: boolean,
): readonly ArrowTemplate[] => [
  ...visitFusionAuth(published, app, isKnown),
  answer(app, 'Browser', 200),
  ...handOver(published, app),
]

const codeLogin = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => {
  const { client, cookies, hasSession, hasRefresh } = published
  const mistaken = client === 'spa' && app === 'Forums' && hasSession
  const errata = [...when(mistaken, 'E10'), ...when(mistaken && hasRefresh, 'E11')] as const
  const location = client === 'spa' ? '/' : loadPath(published, app)
  return [
    ...visitFusionAuth(published, app, app === 'Forums' && published.sso),
    ask(app, 'FusionAuth', 'POST /oauth2/token', { errata: ['E7'] }),
    answer('FusionAuth', app, 200),
    ...when(hasSession, self(app)),
    answer(app, 'Browser', 302, { location, sets: cookies, errata }),
    ...when(
      client === 'spa',
      ask('Browser', app, 'GET /'),
      answer(app, 'Browser', 200),
      ask('Browser', app, 'GET /api/user', { sends: cookies, errata }),
      answer(app, 'Browser', 200),
    ),
  ]
}

/** How a form of the application's own comes up, and where it is sent to. */
const ownForm = ({ client }: PublishedWorkflow, app: ApplicationName): readonly ArrowTemplate[] => {
  if (client === 'mobile') return [ask('Mobile', app, 'POST /api/login')]
  if (client === 'spa') return [self('Browser'), ask('Browser', app, 'POST /api/login')]
  return [
    ask('Browser', app, 'GET /login'),
    answer(app, 'Browser', 200),
    ask('Browser', app, 'POST /login'),
  ]
}

const formLogin = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => {
  const { client, login, sessionStrategy, device, cookies, hasSession } = published
  const isMislabelled =
    client === 'spa' && login === 'password-grant' && sessionStrategy === 'session+refresh'
  const path = login === 'password-grant' ? '/oauth2/token' : '/api/login'
  const isUnkept = login === 'native' && sessionStrategy === 'session'
  return [
    ...ownForm(published, app),
    ask(app, 'FusionAuth', `POST ${path}`),
    answer('FusionAuth', app, 200, {
      errata: [...when(isMislabelled, 'E12'), ...when(isUnkept, 'E27')],
    }),
    ...when(hasSession, self(app)),
    client === 'webapp'
      ? answer(app, device, 302, { location: loadPath(published, app), sets: cookies })
      : answer(app, device, 200, {
          sets: cookies,
          errata: when(isMislabelled && app === 'Forums', 'E12'),
        }),
  ]
}

/** The client sends the password to FusionAuth; a second application displaces the first one's cookie. */
const directLogin = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => {
  const { client, device } = published
  const again = app === 'Forums'
  const request = ask(device, 'FusionAuth', 'POST /api/login', {
    ...(again ? { sends: atFusionAuth(published) } : {}),
    errata: ['E20'],
  })
  if (client === 'mobile') return [request, answer('FusionAuth', device, 200)]
  return [
    self(device),
    request,
    answer('FusionAuth', device, 200, { sets: atFusionAuth(published) }),
    ...when(again, self(device)),
    ...handOver(published, app),
  ]
}

export const logIn = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => {
  switch (published.login) {
    case 'authorization-code':
      return codeLogin(published, app)
    case 'implicit':
      return implicitLogin(published, app, app === 'Forums' && published.sso)
    case 'native-at-fusionauth':
      return directLogin(published, app)
    case 'native':
    case 'password-grant':
      return formLogin(published, app)
  }
}
