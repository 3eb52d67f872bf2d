import { playLesson } from '../../scenarios/engine/playing.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { createApi } from '../../server/node/api.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openerFor } from '../../server/node/open.ts'
import { createMirror } from '../../web/player/run/mirror.ts'
import { connectRemote } from '../../web/player/run/remote.ts'
import { slugs } from '../support/play.ts'

const nobody = { state: () => undefined, lost: () => undefined, here: () => undefined }

/** What a tour of the first workflow costs between a page and its server, in process. */
export const traffic = async () => {
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
    'bytes of a tour': told,
    'bytes of its trace': trace,
    'told for each byte of the trace': Math.round((told / trace) * 100) / 100,
    'processor time of both sides, ms': Math.round((user + system) / 1000 / rounds),
  }
}
