import { silent } from './http.ts'
import { FailoverRun } from './failover-run.ts'
import { openConnection, type ObservedConnection, type Connectors } from './connection.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { OpenRun } from './status.ts'
import { NoRoom, NoServer } from './remote.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'

/** Where there is a server with room, there; else in the page. */
const openFirst = async (
  { server, page }: Connectors,
  options: RunRequest,
): Promise<ObservedConnection> => {
  if (server === null) return openConnection(page, options)
  try {
    return await openConnection(server, options)
  } catch (error) {
    const isHere = error instanceof NoServer || (error instanceof NoRoom && error.isRepeatable)
    if (!isHere) throw error
    return openConnection(page, options).catch((problem: unknown) => {
      // Its script comes from the server as well.
      throw navigator.onLine && error instanceof NoServer ? new TextError(silent) : problem
    })
  }
}

/** The way to open runs that outlive their server. */
export const createOpener =
  (connectors: Connectors): OpenRun =>
  async (options, onStatus) => {
    const lasting = new FailoverRun(
      connectors,
      options,
      await openFirst(connectors, options),
      onStatus,
    )
    return { run: lasting.run, place: lasting.place, retry: () => lasting.retry() }
  }
