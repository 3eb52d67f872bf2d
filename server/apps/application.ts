import { Hono } from 'hono'
import { type Bindings, bridged } from '../transport/bridge.ts'
import type { AppContext } from './cookies.ts'
import { receiveCode, receivePassword, sendToFusionAuth, showForm } from './doors.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { guard } from './guard.ts'
import type { House } from './house.ts'
import { keepingOf } from './keeps/index.ts'
import { confirmLogout, frontChannelPath, logOut, logOutInFrame } from './logout.ts'
import { createMemory } from './memory.ts'
import { createPages } from './pages/index.ts'
import { createRenewal, type Renewal } from './renewal.ts'
import { serve } from './service.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'
import { createTokenVerifier } from './tokens.ts'

export interface Application {
  readonly app: Hono<{ Bindings: Bindings }>
  readonly gateway: Gateway
}

/** The page behind the login, or the way to it. */
const protectedPage = async (c: AppContext, house: House, renew: Renewal): Promise<Response> => {
  const service = await serve(c, house, renew)
  if (service.is === 'served') return house.pages.behindLogin(c, service.user)
  return service.is === 'refused' ? c.redirect('/login') : house.pages.outage(c, service.problem)
}

/** An application gated by a login at FusionAuth. Store and Forums are two instances of it. */
export const createApplication = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): Application => {
  const memory = createMemory(settings, ports)
  const verifier = createTokenVerifier(settings, ports)
  const gateway = createGateway(settings, ports, memory, verifier)
  const parts = { settings, ports, memory, gateway, verifier, pages: createPages(settings) }
  const house: House = { ...parts, keeping: keepingOf(parts) }
  const renew = createRenewal(house)
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  app.use(guard(settings, house.pages, frontChannelPath))
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
