import type { Connect, RunConnection, ConnectionObserver } from './link.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'

/** The connectors to open a run; without a server it is in the page from the beginning. */
export interface Connectors {
  readonly server: Connect | null
  readonly page: Connect
}

/** A connection, and who hears it: nobody until a run takes it. */
export interface ObservedConnection {
  readonly connection: RunConnection
  observer: ConnectionObserver | null
}

/** Opens a run on the other side. Rejects as `connect` does. */
export const openConnection = async (
  connect: Connect,
  options: RunRequest,
): Promise<ObservedConnection> => {
  const ear: { observer: ConnectionObserver | null } = { observer: null }
  const connection = await connect(options, {
    state: (state) => ear.observer?.state(state),
    lost: (loss) => ear.observer?.lost(loss),
    here: () => ear.observer?.here(),
  })
  return Object.assign(ear, { connection })
}
