import { Hono } from 'hono'
import { api, loadPathOf } from '../../scenarios/programs/settings.ts'
import { type Bindings, bridged } from '../transport/bridge.ts'
import { accessLog } from './access-log.ts'
import { getContent, handlePasswordLoginJson, handleLogoutJson, acceptToken, getMe } from './api.ts'
import { backChannelLogoutPath, createBackChannelLogout } from './back-channel.ts'
import type { AppContext } from './cookies.ts'
import { createCsrf } from './csrf.ts'
import { handleCallback, handlePasswordLogin, redirectToAuthorize, showLoginForm } from './doors.ts'
import {
  handleCheckout,
  handleCheckoutJson,
  showOrderConfirmation,
  orderedPath,
  showCheckout,
} from './checkout.ts'
import { createFusionAuthGateway, type FusionAuthGateway } from './gateway.ts'
import { openRedirect } from './go.ts'
import { guard } from './guard.ts'
import type { House } from './house.ts'
import { keepingOf } from './keeps/index.ts'
import { dropPathOf, isKnownByCookie } from './keeps/needs.ts'
import {
  handlePostLogoutRedirect,
  frontChannelLogoutPath,
  handleLogout,
  handleFrontChannelLogout,
} from './logout.ts'
import { createUserContent } from './ledger.ts'
import { createMemory } from './memory.ts'
import { createPages } from './pages/index.ts'
import { createRenewal, type Renewal } from './renewal.ts'
import { pageBehindLogin } from './served.ts'
import { type ApplicationPorts, type ApplicationSettings, isHosted } from './settings.ts'
import { createTokenVerifier } from './tokens.ts'
import { createPost, createPostJson, showPostForm, newPostPath } from './writing.ts'

type App = Hono<{ Bindings: Bindings }>

export interface Application {
  readonly app: App
  readonly gateway: FusionAuthGateway
}

/** The page behind the login, or the way to it. */
const showProtectedPage = (c: AppContext, house: House, renew: Renewal): Promise<Response> =>
  pageBehindLogin(c, house, renew, ({ user }) =>
    house.pages.protectedPage(c, user, house.ledger.posts()),
  )

/** Where logins come from and go to by navigation. */
const hostedRoutes = (app: App, house: House): void => {
  app.get('/login', (c) => redirectToAuthorize(c, house))
  app.get('/oauth-callback', (c) => handleCallback(c, house))
}

/** Pages from the server, forms and redirects. */
const webappRoutes = (app: App, house: House, renew: Renewal): void => {
  app.get('/', (c) => house.pages.home(c))
  if (isHosted(house.settings)) hostedRoutes(app, house)
  else {
    app.get('/login', (c) => showLoginForm(c, house))
    app.post('/login', (c) => handlePasswordLogin(c, house))
  }
  app.get(house.settings.protectedPath, (c) => showProtectedPage(c, house, renew))
  if (house.settings.name === 'Store') {
    app.get('/checkout', (c) => showCheckout(c, house, renew))
    app.post('/checkout', (c) => handleCheckout(c, house, renew))
    app.get(orderedPath, (c) => showOrderConfirmation(c, house, renew))
  } else {
    app.get(newPostPath, (c) => showPostForm(c, house, renew))
    app.post('/posts', (c) => createPost(c, house, renew))
  }
  app.post('/logout', (c) => handleLogout(c, house))
  if (house.settings.defences['log-out-everywhere'])
    app.post('/logout-everywhere', (c) => handleLogout(c, house, 'global'))
}

/** What any client program asks for in JSON. */
const apiRoutes = (app: App, house: House, renew: Renewal): void => {
  const { login, name } = house.settings
  if (login === 'native' || login === 'password-grant')
    app.post(api.login, (c) => handlePasswordLoginJson(c, house))
  app.get(loadPathOf(name), (c) => getContent(c, house, renew))
  if (name === 'Store') app.post(api.checkout, (c) => handleCheckoutJson(c, house, renew))
  else app.post(api.posts, (c) => createPostJson(c, house, renew))
  app.post(api.logout, (c) => handleLogoutJson(c, house))
  if (house.settings.defences['log-out-everywhere'])
    app.post(api.logoutEverywhere, (c) => handleLogoutJson(c, house, 'global'))
}

/** One page with a script in it; everything else goes by the API. */
const spaRoutes = (app: App, house: House, renew: Renewal): void => {
  const { settings, pages } = house
  const { login, protectedPath } = settings
  const dropPath = dropPathOf(settings)
  app.get('/', (c) => pages.shell(c))
  app.get(protectedPath, (c) => pages.shell(c))
  app.get(orderedPath, (c) => pages.shell(c))
  if (login === 'authorization-code') hostedRoutes(app, house)
  else app.get('/login', (c) => pages.shell(c))
  // The token lies in the fragment, which no server gets to see.
  if (login === 'implicit') app.get('/oauth-callback', (c) => pages.shell(c))
  if (isKnownByCookie(settings)) app.get(api.user, (c) => getMe(c, house))
  if (dropPath !== null) app.post(dropPath, (c) => acceptToken(c, house))
  apiRoutes(app, house, renew)
}

/** An application gated by a login at FusionAuth. Store and Forums are two instances of it. */
export const createApplication = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): Application => {
  const memory = createMemory(settings, ports)
  const verifier = createTokenVerifier(settings, ports)
  const gateway = createFusionAuthGateway(settings, ports, memory, verifier)
  const ledger = createUserContent(settings, ports)
  const csrf = createCsrf(settings, ports)
  const pages = createPages(settings, ports, csrf)
  const parts = { settings, ports, memory, ledger, gateway, verifier, csrf, pages }
  const house: House = { ...parts, keeping: keepingOf(parts) }
  const renew = createRenewal(house)
  const app: App = new Hono()
  app.use(bridged())
  app.use(accessLog(settings, ports))
  app.use(guard(settings, pages, frontChannelLogoutPath))
  const routes = { webapp: webappRoutes, spa: spaRoutes, mobile: apiRoutes }[settings.client]
  routes(app, house, renew)
  app.get('/go', (c) => openRedirect(c, house))
  app.get('/logged-out', (c) => handlePostLogoutRedirect(c, house))
  if (isHosted(settings)) app.get(frontChannelLogoutPath, (c) => handleFrontChannelLogout(c, house))
  if (settings.defences['back-channel-logout'])
    app.post(backChannelLogoutPath, createBackChannelLogout(house))
  app.notFound((c) => pages.refused(c, 404, 'There is no such page here.'))
  return { app, gateway }
}
