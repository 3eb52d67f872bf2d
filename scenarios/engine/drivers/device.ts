import type { Json } from '../../model/wire.ts'
import { type Agent, type AgentPorts, createAgent, type InstalledApp } from '../agent.ts'
import { memberOf } from '../../model/json.ts'

/** What the user holds, and which of its windows is in front. */
export interface Device {
  readonly device: Agent
  readonly front: () => Agent
}

const redirectUriOf = (app: Json): string | null => {
  const redirectUri = memberOf(app, 'redirectUri')
  return typeof redirectUri === 'string' ? redirectUri : null
}

/** A browser on a desk: there is nothing else. */
export const createBrowser = (ports: AgentPorts): Device => {
  const browser = createAgent('Browser', ports)
  return { device: browser, front: () => browser }
}

/**
 * A phone: an app that keeps its values on the device, and a browser with a jar of its own. What the
 * app opens for the user comes up in the browser; the address that the app has claimed leads back
 * (RFC 8252 §6, §7.2).
 */
export const createPhone = (ports: AgentPorts, settings: Json): Device => {
  const installed: InstalledApp = { program: 'mobile', settings }
  const redirectUri = redirectUriOf(settings)
  const isOwn = (url: string): boolean =>
    redirectUri !== null && (url === redirectUri || url.startsWith(`${redirectUri}?`))
  const browser = createAgent('Browser', {
    ...ports,
    appLinks: {
      claims: isOwn,
      open: (tab, url) => device.launch(tab, url, installed),
    },
  })
  const phone = createAgent(
    'Mobile',
    {
      ...ports,
      openExternally: (tab, url) => {
        inFront = browser
        return browser.visit(tab, url)
      },
    },
    'phone',
  )
  const device: Agent = {
    ...phone,
    // The app has no cookies; those of the phone are its browser's.
    jar: () => browser.jar(),
    launch: (tab, url, app) => {
      inFront = phone
      return phone.launch(tab, url, app)
    },
  }
  let inFront: Agent = phone
  return { device, front: () => inFront }
}
