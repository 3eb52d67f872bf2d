import { createStandIn as createInstance } from '../fusionauth/stand-in/index.ts'
import type { KickstartSource, StandIn as Instance } from '../fusionauth/stand-in/index.ts'
import { token } from '../fusionauth/stand-in/random.ts'
import { systemRandom } from '../system-random.ts'
import { movable, stoppedNow } from './clock.ts'
import { StandInError } from './error.ts'
import { logIn } from './log-in.ts'
import { requestOf } from './request.ts'
import type { Clock, Kickstart, StandIn, Unhandled } from './types.ts'

/** What an instance is made of, after its options have been read. */
export interface Making {
  readonly origin: string
  readonly apiKey?: string | undefined
  readonly clock?: Clock | undefined
  readonly onUnhandledRequest?: Unhandled | undefined
}

/** An instance before its Kickstart. */
export interface Made {
  /** For a listening server. */
  readonly app: Instance['app']
  /**
   * Sets it up and opens its public face.
   *
   * @param source null where there is no Kickstart
   * @param close what is to be done once, when it is stopped
   * @throws StandInError `kickstart` with what was refused
   */
  open(source: KickstartSource | null, close: () => Promise<void>): Promise<StandIn>
}

const tellerOf = (unhandled: Unhandled): ((line: string) => void) => {
  if (typeof unhandled === 'function') return unhandled
  if (unhandled === 'ignore') return () => undefined
  // oxlint-disable-next-line no-console -- whoever tests has no other place to be told
  return (line) => console.warn(`[login-lab/stand-in] ${line}`)
}

/** The document as a file; one without API keys gets that of the instance. */
export const sourceOf = (
  { apiKeys = [], ...document }: Kickstart,
  apiKey: string,
  env: KickstartSource['env'],
  files: Readonly<Record<string, string>>,
): KickstartSource => ({
  path: 'The Kickstart',
  text: JSON.stringify({ ...document, apiKeys: apiKeys.length > 0 ? apiKeys : [{ key: apiKey }] }),
  env,
  include: async (name) => (Object.hasOwn(files, name) ? files[name] : undefined),
})

/** A new API key. */
export const newApiKey = (): string => token(systemRandom())

/** Makes an instance of its own. */
export const make = (making: Making & { readonly apiKey: string }): Made => {
  const { origin, apiKey, onUnhandledRequest = 'warn' } = making
  const clock = movable(making.clock ?? stoppedNow())
  const tell = tellerOf(onUnhandledRequest)
  // What a Kickstart asks for and is not there is told by its own problem.
  let isOpen = false
  const onLacking = (line: string): void => {
    if (isOpen) tell(line)
  }
  const instance = createInstance({ origin, clock, random: systemRandom(), apiKey, onLacking })
  return {
    app: instance.app,
    open: async (source, close) => {
      const set = source === null ? null : await instance.kickstart(source)
      if (set?.ok === false) throw new StandInError('kickstart', set.problem)
      isOpen = true
      let exchange = 0
      let stopping: Promise<void> | null = null
      const fetch: StandIn['fetch'] = async (input, init) => {
        if (stopping !== null)
          throw new StandInError('stopped', 'This stand-in was stopped. Start another one.')
        return instance.app.fetch(requestOf(origin, input, init), { exchange: ++exchange })
      }
      const stop = (): Promise<void> => (stopping ??= close())
      return {
        url: origin,
        apiKey: set?.apiKey ?? apiKey,
        clock,
        notes: set?.notes ?? [],
        fetch,
        logIn: (address, credentials) => logIn(fetch, origin, address, credentials),
        stop,
        [Symbol.asyncDispose]: stop,
      }
    },
  }
}
