import { Hono } from 'hono'
import { LinearRouter } from 'hono/router/linear-router'
import { api, loadPathOf } from '../../scenarios/client-apps/settings.ts'
import { type Bindings, bridged } from '../transport/bridge.ts'
import { accessLog } from './access-log.ts'
import {
  acceptToken,
  getContent,
  getMe,
  handleLogoutJson,
  handlePasswordLoginJson,
} from './api/handlers.ts'
import {
  handleCheckout,
  handleCheckoutJson,
  orderedPath,
  showCheckout,
  showOrderConfirmation,
} from './content/checkout.ts'
import { createPost, createPostJson, newPostPath, showPostForm } from './content/posts.ts'
import { createUserContent } from './content/user-content.ts'
import type { AppContext } from './context.ts'
import { createCsrf } from './csrf.ts'
import type { Dependencies } from './dependencies.ts'
import { guard } from './guard.ts'
import { redirectToAuthorize } from './login/authorization-request.ts'
import { handleCallback } from './login/callback.ts'
import { handlePasswordLogin, showLoginForm } from './login/password.ts'
import { backChannelLogoutPath, createBackChannelLogout } from './logout/back-channel.ts'
import {
  frontChannelLogoutPath,
  handleFrontChannelLogout,
  handleLogout,
  handlePostLogoutRedirect,
} from './logout/logout.ts'
import { createMemory } from './memory.ts'
import { openRedirect } from './open-redirect.ts'
import { createPages } from './pages/index.ts'
import { createFusionAuthGateway, type FusionAuthGateway } from './provider/fusionauth-gateway.ts'
import { createTokenVerifier } from './provider/token-verifier.ts'
import { createRefreshSession, type RefreshSession } from './session/refresh.ts'
import { requireLogin } from './session/require-login.ts'
import { acceptTokenPathOf, authenticatesByCookie } from './session/requirements.ts'
import { createSessionManager } from './session/strategies/index.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'
import { isHosted } from '../../scenarios/model/workflow-shape.ts'

type App = Hono<{ Bindings: Bindings }>

export interface Application {
  readonly app: App
  readonly gateway: FusionAuthGateway
  /** Forgets FusionAuth's keys; false when it had none. */
  readonly forgetKeys: () => boolean
}

/** The page behind the login; others are redirected to the login. */
const showProtectedPage = (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> =>
  requireLogin(c, deps, refresh, ({ user }) =>
    deps.pages.protectedPage(c, user, deps.userContent.posts()),
  )

/** Routes of a login on FusionAuth's pages. */
const hostedRoutes = (app: App, deps: Dependencies): void => {
  app.get('/login', (c) => redirectToAuthorize(c, deps))
  app.get('/oauth-callback', (c) => handleCallback(c, deps))
}

/** Routes of a web application: pages, forms and redirects. */
const webappRoutes = (app: App, deps: Dependencies, refresh: RefreshSession): void => {
  app.get('/', (c) => deps.pages.home(c))
  if (isHosted(deps.settings)) hostedRoutes(app, deps)
  else {
    app.get('/login', (c) => showLoginForm(c, deps))
    app.post('/login', (c) => handlePasswordLogin(c, deps))
  }
  app.get(deps.settings.protectedPath, (c) => showProtectedPage(c, deps, refresh))
  if (deps.settings.name === 'Store') {
    app.get('/checkout', (c) => showCheckout(c, deps, refresh))
    app.post('/checkout', (c) => handleCheckout(c, deps, refresh))
    app.get(orderedPath, (c) => showOrderConfirmation(c, deps, refresh))
  } else {
    app.get(newPostPath, (c) => showPostForm(c, deps, refresh))
    app.post('/posts', (c) => createPost(c, deps, refresh))
  }
  app.post('/logout', (c) => handleLogout(c, deps))
  if (deps.settings.defences['log-out-everywhere'])
    app.post('/logout-everywhere', (c) => handleLogout(c, deps, 'global'))
}

/** Routes of the JSON API that single-page and mobile apps call. */
const apiRoutes = (app: App, deps: Dependencies, refresh: RefreshSession): void => {
  const { login, name } = deps.settings
  if (login === 'native' || login === 'password-grant')
    app.post(api.login, (c) => handlePasswordLoginJson(c, deps))
  app.get(loadPathOf(name), (c) => getContent(c, deps, refresh))
  if (name === 'Store') app.post(api.checkout, (c) => handleCheckoutJson(c, deps, refresh))
  else app.post(api.posts, (c) => createPostJson(c, deps, refresh))
  app.post(api.logout, (c) => handleLogoutJson(c, deps))
  if (deps.settings.defences['log-out-everywhere'])
    app.post(api.logoutEverywhere, (c) => handleLogoutJson(c, deps, 'global'))
}

/** Routes of a single-page app: one page with a script, and the API. */
const spaRoutes = (app: App, deps: Dependencies, refresh: RefreshSession): void => {
  const { settings, pages } = deps
  const { login, protectedPath } = settings
  const acceptTokenPath = acceptTokenPathOf(settings)
  app.get('/', (c) => pages.shell(c))
  app.get(protectedPath, (c) => pages.shell(c))
  app.get(orderedPath, (c) => pages.shell(c))
  if (login === 'authorization-code') hostedRoutes(app, deps)
  else app.get('/login', (c) => pages.shell(c))
  // The token is in the fragment, which browsers send to no server.
  if (login === 'implicit') app.get('/oauth-callback', (c) => pages.shell(c))
  if (authenticatesByCookie(settings)) app.get(api.user, (c) => getMe(c, deps))
  if (acceptTokenPath !== null) app.post(acceptTokenPath, (c) => acceptToken(c, deps))
  apiRoutes(app, deps, refresh)
}

/** Creates an application whose users log in at FusionAuth. Store and Forums are two instances. */
export const createApplication = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): Application => {
  const memory = createMemory(settings, ports)
  const verifier = createTokenVerifier(settings, ports)
  const gateway = createFusionAuthGateway(settings, ports, memory, verifier)
  const userContent = createUserContent(settings, ports)
  const csrf = createCsrf(settings, ports)
  const pages = createPages(settings, ports, csrf)
  const parts = { settings, ports, memory, userContent, gateway, verifier, csrf, pages }
  const deps: Dependencies = { ...parts, sessions: createSessionManager(parts) }
  const refresh = createRefreshSession(deps)
  // It answers some twenty requests and is gone: routes that are prepared first cost more than they save.
  const app: App = new Hono({ router: new LinearRouter() })
  app.use(bridged())
  app.use(accessLog(settings, ports))
  app.use(guard(settings, pages, frontChannelLogoutPath))
  const routes = { webapp: webappRoutes, spa: spaRoutes, mobile: apiRoutes }[settings.client]
  routes(app, deps, refresh)
  app.get('/go', (c) => openRedirect(c, deps))
  app.get('/logged-out', (c) => handlePostLogoutRedirect(c, deps))
  if (isHosted(settings)) app.get(frontChannelLogoutPath, (c) => handleFrontChannelLogout(c, deps))
  if (settings.defences['back-channel-logout'])
    app.post(backChannelLogoutPath, createBackChannelLogout(deps))
  app.notFound((c) => pages.refused(c, 404, 'There is no such page here.'))
  return { app, gateway, forgetKeys: () => verifier.forgetKeys() }
}
