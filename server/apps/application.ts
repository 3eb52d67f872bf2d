import { Hono } from 'hono'
import { type Bindings, bridged } from '../transport/bridge.ts'
import { type AppContext, brought, leave } from './cookies.ts'
import { receiveCode, receivePassword, sendToFusionAuth, showForm } from './doors.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { guard } from './guard.ts'
import type { House } from './house.ts'
import { confirmLogout, frontChannelPath, logOut, logOutInFrame } from './logout.ts'
import { createMemory } from './memory.ts'
import { createPages } from './pages/index.ts'
import { createRenewal, type Renewal } from './renewal.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'
import { createTokenVerifier } from './tokens.ts'

export interface Application {
  readonly app: Hono<{ Bindings: Bindings }>
  readonly gateway: Gateway
}

/**
 * The page behind the login. A living session is extended; a dead one is rebuilt with the refresh
 * token, if FusionAuth accepts it; else the user logs in again. When FusionAuth cannot be asked, the
 * browser keeps its cookies: nothing is lost, and the next try may work.
 */
const protectedPage = async (c: AppContext, house: House, renew: Renewal): Promise<Response> => {
  const { settings, ports, memory, pages } = house
  const { exchange } = c.env
  const { sid: sessionId, rt: refreshToken } = brought(c, settings)
  const session = memory.session(sessionId)
  if (session !== null && sessionId !== undefined) {
    memory.extendSession(sessionId)
    ports.journal.self(settings.name, 'extend-session', 'Finds and extends the session', exchange)
    return pages.behindLogin(c, session.user)
  }
  if (refreshToken === undefined) return c.redirect('/login')
  const renewed = await renew(refreshToken, sessionId, exchange)
  if (renewed.answer.ok) {
    leave(c, settings, { sid: renewed.answer.value.sessionId, rt: renewed.refreshToken })
    return pages.behindLogin(c, renewed.answer.value.user)
  }
  if (renewed.refreshToken !== refreshToken) leave(c, settings, { rt: renewed.refreshToken })
  return renewed.answer.why === 'refused'
    ? c.redirect('/login')
    : pages.outage(c, renewed.answer.problem)
}

/** An application gated by a login at FusionAuth. Store and Forums are two instances of it. */
export const createApplication = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): Application => {
  const memory = createMemory(settings, ports)
  const gateway = createGateway(settings, ports, memory, createTokenVerifier(settings, ports))
  const house: House = { settings, ports, memory, gateway, pages: createPages(settings) }
  const renew = createRenewal(house)
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  app.use(guard(house.pages, frontChannelPath))
  app.get('/', (c) => house.pages.home(c))
  if (settings.login === 'authorization-code') {
    app.get('/login', (c) => sendToFusionAuth(c, house))
    app.get('/oauth-callback', (c) => receiveCode(c, house))
  } else {
    app.get('/login', (c) => showForm(c, house))
    app.post('/login', (c) => receivePassword(c, house))
  }
  app.get(settings.protectedPath, (c) => protectedPage(c, house, renew))
  app.post('/logout', (c) => logOut(c, house))
  app.get('/logged-out', (c) => confirmLogout(c, house))
  if (settings.login === 'authorization-code')
    app.get(frontChannelPath, (c) => logOutInFrame(c, house))
  app.notFound((c) => house.pages.refused(c, 404, 'There is no such page here.'))
  return { app, gateway }
}
