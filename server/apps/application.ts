import { Hono } from 'hono'
import { type Bindings, bridged } from '../transport/bridge.ts'
import { type AppContext, kept } from './cookies.ts'
import {
  type House,
  receiveCode,
  receivePassword,
  sendToFusionAuth,
  showForm,
  startSession,
} from './doors.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createMemory } from './memory.ts'
import { createPages } from './pages/index.ts'
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
const protectedPage = async (c: AppContext, house: House): Promise<Response> => {
  const { settings, ports, memory, gateway, pages } = house
  const { sessionId, refreshToken } = kept(c)
  const session = memory.session(sessionId)
  if (session !== null && sessionId !== undefined) {
    memory.extendSession(sessionId)
    ports.journal.self(
      settings.name,
      'extend-session',
      'Finds and extends the session',
      c.env.exchange,
    )
    return pages.behindLogin(c, session.user)
  }
  if (refreshToken === undefined) return c.redirect('/login')
  const answer = await gateway.refresh(refreshToken, c.env.exchange)
  if (!answer.ok)
    return answer.why === 'refused' ? c.redirect('/login') : pages.outage(c, answer.problem)
  startSession(c, house, {
    ...answer.value,
    refreshToken: answer.value.refreshToken ?? refreshToken,
  })
  return pages.behindLogin(c, answer.value.user)
}

/** An application gated by a login at FusionAuth. Store and Forums are two instances of it. */
export const createApplication = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): Application => {
  const memory = createMemory(settings, ports)
  const gateway = createGateway(settings, ports, memory, createTokenVerifier(settings, ports))
  const house: House = { settings, ports, memory, gateway, pages: createPages(settings) }
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  app.get('/', (c) => house.pages.home(c))
  if (settings.login === 'authorization-code') {
    app.get('/login', (c) => sendToFusionAuth(c, house))
    app.get('/oauth-callback', (c) => receiveCode(c, house))
  } else {
    app.get('/login', (c) => showForm(c, house))
    app.post('/login', (c) => receivePassword(c, house))
  }
  app.get(settings.protectedPath, (c) => protectedPage(c, house))
  app.notFound((c) => house.pages.refused(c, 404, 'There is no such page here.'))
  return { app, gateway }
}
