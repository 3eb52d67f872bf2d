import { make, newApiKey, sourceOf } from './create.ts'
import { checkNames, originOf } from './options.ts'
import type { CreateOptions, StandIn } from './types.ts'

/**
 * A FusionAuth without a socket, for tests in a page, a Worker or a process: `fetch()` asks it. Several at
 * once share nothing.
 *
 * @throws StandInError `option` for a wrong option, `kickstart` for one that is refused
 */
export const createStandIn = async (options: CreateOptions = {}): Promise<StandIn> => {
  checkNames('createStandIn', options)
  const { url = 'http://localhost:9011', kickstart, env = {}, files = {} } = options
  const origin = originOf(url)
  const apiKey = options.apiKey ?? newApiKey()
  const look = (name: string): string | undefined =>
    env[name] ?? (name === 'FUSIONAUTH_APP_URL' ? origin : undefined)
  const source = kickstart === undefined ? null : sourceOf(kickstart, apiKey, look, files)
  return make({ ...options, origin, apiKey }).open(source, async () => undefined)
}
