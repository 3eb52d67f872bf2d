import { Hono } from 'hono'
import { api, loadPathOf } from '../../scenarios/programs/settings.ts'
import { type Bindings, bridged } from '../transport/bridge.ts'
import { accessLog } from './access-log.ts'
import { getContent, handlePasswordLoginJson, handleLogoutJson, acceptToken, getMe } from './api.ts'
import { backChannelPath, createBackChannel } from './back-channel.ts'
import type { AppContext } from './cookies.ts'
import { createCsrf } from './csrf.ts'
import { handleCallback, handlePasswordLogin, redirectToAuthorize, showLoginForm } from './doors.ts'
import { checkOut, checkOutByCall, confirmOrder, orderedPath, showCheckout } from './checkout.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { openRedirect } from './go.ts'
import { guard } from './guard.ts'
import type { House } from './house.ts'
import { keepingOf } from './keeps/index.ts'
import { dropPathOf, isKnownByCookie } from './keeps/needs.ts'
import { confirmLogout, frontChannelPath, logOut, logOutInFrame } from './logout.ts'
import { createLedger } from './ledger.ts'
import { createMemory } from './memory.ts'
import { createPages } from './pages/index.ts'
import { createRenewal, type Renewal } from './renewal.ts'
import { pageBehindLogin } from './served.ts'
import { type ApplicationPorts, type ApplicationSettings, isHosted } from './settings.ts'
import { createTokenVerifier } from './tokens.ts'
import { putUp, putUpByCall, showWriting, writingPath } from './writing.ts'

type App = Hono<{ Bindings: Bindings }>

export interface Application {
  readonly app: App
  readonly gateway: Gateway
}

/** The page behind the login, or the way to it. */
const protectedPage = (c: AppContext, house: House, renew: Renewal): Promise<Response> =>
  pageBehindLogin(c, house, renew, ({ user }) =>
    house.pages.behindLogin(c, user, house.ledger.posts()),
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
  app.get(house.settings.protectedPath, (c) => protectedPage(c, house, renew))
  if (house.settings.name === 'Store') {
    app.get('/checkout', (c) => showCheckout(c, house, renew))
    app.post('/checkout', (c) => checkOut(c, house, renew))
    app.get(orderedPath, (c) => confirmOrder(c, house, renew))
  } else {
    app.get(writingPath, (c) => showWriting(c, house, renew))
    app.post('/posts', (c) => putUp(c, house, renew))
  }
  app.post('/logout', (c) => logOut(c, house))
  if (house.settings.defences['log-out-everywhere'])
    app.post('/logout-everywhere', (c) => logOut(c, house, 'everywhere'))
}

/** What any client program asks for in JSON. */
const apiRoutes = (app: App, house: House, renew: Renewal): void => {
  const { login, name } = house.settings
  if (login === 'native' || login === 'password-grant')
    app.post(api.login, (c) => handlePasswordLoginJson(c, house))
  app.get(loadPathOf(name), (c) => getContent(c, house, renew))
  if (name === 'Store') app.post(api.checkout, (c) => checkOutByCall(c, house, renew))
  else app.post(api.posts, (c) => putUpByCall(c, house, renew))
  app.post(api.logout, (c) => handleLogoutJson(c, house))
  if (house.settings.defences['log-out-everywhere'])
    app.post(api.logoutEverywhere, (c) => handleLogoutJson(c, house, 'everywhere'))
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
  const gateway = createGateway(settings, ports, memory, verifier)
  const ledger = createLedger(settings, ports)
  const csrf = createCsrf(settings, ports)
  const pages = createPages(settings, ports, csrf)
  const parts = { settings, ports, memory, ledger, gateway, verifier, csrf, pages }
  const house: House = { ...parts, keeping: keepingOf(parts) }
  const renew = createRenewal(house)
  const app: App = new Hono()
  app.use(bridged())
  app.use(accessLog(settings, ports))
  app.use(guard(settings, pages, frontChannelPath))
  const routes = { webapp: webappRoutes, spa: spaRoutes, mobile: apiRoutes }[settings.client]
  routes(app, house, renew)
  app.get('/go', (c) => openRedirect(c, house))
  app.get('/logged-out', (c) => confirmLogout(c, house))
  if (isHosted(settings)) app.get(frontChannelPath, (c) => logOutInFrame(c, house))
  if (settings.defences['back-channel-logout']) app.post(backChannelPath, createBackChannel(house))
  app.notFound((c) => pages.refused(c, 404, 'There is no such page here.'))
  return { app, gateway }
}
