import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { observeConnections, type Connections } from './connections.ts'
import { startLab, watch, type Served } from './lab.ts'

/** The workflow that is played, and the query of a page that plays it. */
export const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const play = `?workflow=${workflow}&lesson=tour`

/** The address of a live stream. */
export const live = /\/api\/runs\/[\w-]+\/live$/

/** A lab whose runs and connections are counted, and a visitor of it. */
export interface Visited {
  readonly lab: Served
  readonly context: BrowserContext
  readonly connections: Connections
  /** What the runs that the lab has opened talk to, run by run. */
  readonly kinds: () => readonly Trace['fusionauth']['kind'][]
  readonly close: () => Promise<void>
}

/** Starts a lab of its own for a visitor with empty jars. */
export const visit = async (
  browser: Browser,
  env: Readonly<Record<string, string>> = {},
): Promise<Visited> => {
  const kinds: Trace['fusionauth']['kind'][] = []
  const context = await browser.newContext()
  const lab = await startLab(env, (run) => void kinds.push(run.state.trace.fusionauth.kind))
  const connections = observeConnections(lab)
  return {
    lab,
    context,
    connections,
    kinds: () => kinds,
    close: async () => {
      await context.close()
      connections.stop()
      await lab.stop()
    },
  }
}

/** Plays up to a message, and gives the one that is shown then. */
export const seek = (page: Page, to: number): Promise<number | undefined> =>
  page.evaluate(async (target) => {
    const player = document.querySelector('login-lab')
    await player?.seek(target)
    return player?.currentStep
  }, to)

/** Opens a tab that plays a run of its own on the server, and gives the address of the run. */
export const openPlayer = async ({ context, lab }: Visited) => {
  const { page, requests } = await watch(context)
  await page.goto(`${lab.url}${play}`)
  await page.locator('lab-controls').waitFor()
  const run = requests.find((address) => /\/api\/runs\/[\w-]{24}$/.test(address))
  if (run === undefined) throw new Error('the page has no run on the server')
  return { page, run }
}
