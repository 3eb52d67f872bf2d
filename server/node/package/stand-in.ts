/** `login-lab/stand-in` in Node. */
import { fileURLToPath } from 'node:url'
import type { KickstartSource } from '../../fusionauth/stand-in/index.ts'
import { type Made, make, newApiKey, sourceOf } from '../../package/create.ts'
import { StandInError } from '../../package/error.ts'
import { checkNames } from '../../package/options.ts'
import type { StandIn, StartOptions } from '../../package/types.ts'
import { openKickstart } from '../kickstart-file.ts'
import { listen } from '../listen.ts'

export { createStandIn } from '../../package/create-stand-in.ts'
export { StandInError }
export type {
  Clock,
  CreateOptions,
  Credentials,
  Duration,
  Kickstart,
  KickstartRequest,
  MovableClock,
  StandIn,
  StandInErrorCode,
  StartOptions,
  Unhandled,
} from '../../package/types.ts'

type Env = KickstartSource['env']

/** The Kickstart as a source; a file is read here, before anything is started. */
const readKickstart = (
  { kickstart, files = {} }: StartOptions,
  apiKey: string,
): ((env: Env) => KickstartSource | null) => {
  if (kickstart === undefined) return () => null
  if (typeof kickstart === 'object' && !(kickstart instanceof URL))
    return (env) => sourceOf(kickstart, apiKey, env, files)
  const opened = openKickstart(
    kickstart instanceof URL ? fileURLToPath(kickstart) : kickstart,
    process.env,
  )
  if (!opened.ok)
    throw new StandInError('file', `${opened.problem} A path counts from ${process.cwd()}.`)
  const { source } = opened
  return (env) => ({
    ...source,
    env,
    include: async (name) => (Object.hasOwn(files, name) ? files[name] : source.include(name)),
  })
}

/**
 * A FusionAuth that listens at 127.0.0.1, for tests of whatever logs in at one. It needs no database, no
 * Docker and no network, keeps everything in memory, and leaves nothing behind after `stop()`. Several at
 * once share nothing.
 *
 * @throws StandInError `option` for a wrong option, `port` when it cannot listen there, `file` for a Kickstart
 * that cannot be read, `kickstart` for one that is refused; then nothing listens any more
 */
export const startStandIn = async (options: StartOptions = {}): Promise<StandIn> => {
  checkNames('startStandIn', options)
  const { port = 0, env = {} } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StandInError('option', `port is ${port}: it has to be a whole number, 0 to 65535.`)
  const apiKey = options.apiKey ?? newApiKey()
  const source = readKickstart(options, apiKey)
  let made: Made | undefined
  const result = await listen(port, (origin) => {
    made = make({ ...options, origin, apiKey })
    return made.app
  })
  if (!result.ok) throw new StandInError('port', result.problem)
  const { listening } = result
  const { origin } = listening
  const close = (): Promise<void> => listening.close()
  const look: Env = (name) =>
    env[name] ?? (name === 'FUSIONAUTH_APP_URL' ? origin : process.env[name])
  try {
    made ??= make({ ...options, origin, apiKey })
    return await made.open(source(look), close)
  } catch (error) {
    await close()
    throw error
  }
}
