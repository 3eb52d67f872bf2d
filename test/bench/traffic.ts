import { chromium } from 'playwright-core'
import { playLesson } from '../../scenarios/engine/playing.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { createApi } from '../../server/node/api.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openerFor } from '../../server/node/open.ts'
import { createMirror } from '../../web/player/run/mirror.ts'
import { connectRemote } from '../../web/player/run/remote.ts'
import { playTour } from '../pages/support/conversation.ts'
import { launchOptions } from '../support/chromium.ts'
import { slugs } from '../support/play.ts'
import { started } from './start.ts'

const nobody = { state: () => undefined, lost: () => undefined, here: () => undefined }

const shareOf = (told: number, trace: number): number => Math.round((told / trace) * 100) / 100

/** What a tour costs between a page in Chromium and the server that `npm start` starts. */
const onTheWire = async () => {
  const lab = await started()
  const browser = await chromium.launch(launchOptions())
  const { messages, requests, told, trace } = await playTour(browser, lab.url)
  await browser.close()
  await lab.stop()
  return {
    'on the wire: messages of the tour': messages,
    'on the wire: requests': requests,
    'on the wire: bytes of the tour': told,
    'on the wire: told for each byte of the trace': shareOf(told, trace),
  }
}

/** The same between both sides in one process, where its processor time can be told. */
const inProcess = async () => {
  const api = createApi({
    openRun: openerFor({ fusionauth: null, bounds: defaultBounds }),
    fusionauth: 'stand-in',
    workflows: workflows.map(({ slug }) => slug),
    bounds: defaultBounds,
    now: () => 0,
    site: { names: [], anyAddress: false, publicOrigin: null },
    stopped: new AbortController().signal,
    heartbeat: 60_000,
    log: () => undefined,
  })
  let bytes = 0
  const platform = globalThis.fetch
  globalThis.fetch = async (path, init) => {
    const response = await api.request(path, init)
    const body = await response.text()
    bytes += body.length + (typeof init?.body === 'string' ? init.body.length : 0)
    const { status, headers } = response
    return new Response(status === 204 ? null : body, { status, headers })
  }
  const tour = async () => {
    const { state, link } = await connectRemote({ workflow: slugs.code }, nobody)
    const { run } = createMirror(state, link)
    await playLesson(run)
    run.close()
    return JSON.stringify(run.state.trace).length
  }
  const trace = await tour()
  const told = bytes
  const before = process.cpuUsage()
  const rounds = 20
  for (let round = 0; round < rounds; round += 1) await tour()
  const { user, system } = process.cpuUsage(before)
  globalThis.fetch = platform
  return {
    'in process: bytes of the bodies': told,
    'in process: bytes of the trace': trace,
    'in process: told for each byte of the trace': shareOf(told, trace),
    'in process: time of both sides, ms': Math.round((user + system) / 1000 / rounds),
  }
}

/** What a tour of the first workflow costs between a page and its server. */
export const traffic = async () => ({ ...(await onTheWire()), ...(await inProcess()) })
