import { createRun } from '../../scenarios/engine/run.ts'
import { createStandIn } from '../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../server/node/listen.ts'
import { realEnvironment } from '../../server/node/real.ts'
import { prepareRun, type RunEnvironment } from '../../server/run.ts'
import { playOn, slugs } from '../support/play.ts'
import { summary, timed } from './statistics.ts'

const apiKey = 'bench-api-key'

/** Opening a world and playing the tour in it; the rehearsal is not counted. */
const tour = async (workflow: string, environment: RunEnvironment) => {
  const options = await prepareRun({ workflow }, environment)
  return timed(20, async () => {
    const run = await createRun(options)
    await playOn(run)
    run.close()
  })
}

/** Each workflow in process, and with FusionAuth's stand-in behind a socket. */
export const tours = async () => {
  const result = await listen(0, (origin) => {
    const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
    return createStandIn({ origin, clock: { now: () => Date.now() }, random, apiKey }).app
  })
  if (!result.ok) throw new Error(result.problem)
  const real = await realEnvironment(result.listening.origin, apiKey)
  if (!real.ok) throw new Error(real.problem)
  const rows: Record<string, object> = {}
  for (const [login, workflow] of Object.entries(slugs)) {
    rows[`${login}, in process`] = summary(await tour(workflow, {}))
    rows[`${login}, FusionAuth over sockets`] = summary(await tour(workflow, real.environment))
  }
  await result.listening.close()
  return rows
}
