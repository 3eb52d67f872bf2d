import { createStandIn, type KickstartSource } from '../fusionauth/stand-in/index.ts'
import type { KickstartResult } from '../fusionauth/stand-in/kickstart/kickstart.ts'
import { token } from '../fusionauth/stand-in/random.ts'
import { systemRandom } from '../system-random.ts'
import { complain, readArguments } from './command-line.ts'
import { openKickstart } from './kickstart-file.ts'
import { listen } from './listen.ts'
import { whenToldToStop } from './stopping.ts'

const usage = `Usage: npm run -s stand-in -- [--port NUMBER] [--kickstart FILE]

Serves the FusionAuth stand-in alone, at http://127.0.0.1:9011 or another port; 0 takes a free one.
It starts empty, with no application and no user in it, and keeps everything in memory: a file of
FusionAuth's Kickstart sets it up (server/fusionauth/README.md has a short one), or the API does.
The API key stands in FUSIONAUTH_API_KEY; without it a new one is made. It is printed, and where there
is a Kickstart its first key takes its place. Standard error gets a line for each API that is asked for
and not there.
Exit status: 0 when it was stopped; 1 when it could not listen, or the Kickstart was refused; 2 for wrong
words, or a file that cannot be read.`

const config = {
  options: { kickstart: { type: 'string' }, port: { type: 'string', default: '9011' } },
} as const

/** A Kickstart that asks where FusionAuth is and is told by nobody gets the address that is listened at. */
const at = (origin: string, source: KickstartSource): KickstartSource => ({
  ...source,
  env: (name) => source.env(name) ?? (name === 'FUSIONAUTH_APP_URL' ? origin : undefined),
})

/**
 * Serves the FusionAuth stand-in alone, for any client. Standard output gets its address and its API
 * key when it is ready, and a line of what a Kickstart file set up that has no effect here; standard
 * error gets a line for each API that is asked for and not there.
 *
 * @returns the exit status so far: 0; 2 for wrong words or a file that cannot be read; 1 when it could
 * not listen, or a Kickstart was refused.
 */
export const startStandIn = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run -s stand-in --', usage })
  if (typeof found === 'number') return found
  const { values } = found
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
  if (!(port <= 65_535)) return complain(`"${values.port}" is not a port: 0 to 65535.`, 2)

  const file =
    values.kickstart === undefined ? undefined : openKickstart(values.kickstart, process.env)
  if (file?.ok === false) return complain(file.problem, 2)

  const random = systemRandom()
  const apiKey = process.env['FUSIONAUTH_API_KEY'] || token(random)
  const clock = { now: () => Date.now() }
  let started: Promise<KickstartResult> | undefined
  let isReady = false
  // What a Kickstart asks for and is not there is told by its own problem.
  const onLacking = (line: string): void => {
    if (isReady) process.stderr.write(`${line}\n`)
  }
  const result = await listen(port, (origin) => {
    const standIn = createStandIn({ origin, clock, random, apiKey, onLacking })
    started = file === undefined ? undefined : standIn.kickstart(at(origin, file.source))
    return standIn.app
  })
  if (!result.ok) return complain(result.problem, 1)
  const { listening } = result
  const kickstarted = await started
  if (kickstarted?.ok === false) {
    await listening.close()
    return complain(kickstarted.problem, 1)
  }
  whenToldToStop(() => listening.close())
  const lines = [
    `The FusionAuth stand-in listens at ${listening.origin}`,
    `API key: ${kickstarted?.apiKey ?? apiKey}`,
    ...(kickstarted?.notes ?? []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  isReady = true
  return 0
}
