/** `login-lab/stand-in` where there is no Node: the same names. */
import { StandInError } from './error.ts'
import type { StandIn, StartOptions } from './types.ts'

export { createStandIn } from './create-stand-in.ts'
export { StandInError }

/** @throws StandInError `needs-node`, always: a page cannot listen */
export const startStandIn = async (_options: StartOptions = {}): Promise<StandIn> => {
  throw new StandInError(
    'needs-node',
    'startStandIn() listens at a port, which only Node can. Here, use createStandIn() and its fetch().',
  )
}
