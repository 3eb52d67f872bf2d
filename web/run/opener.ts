import { LastingRun } from './lasting.ts'
import { openLine, type Line, type Ways } from './line.ts'
import type { OpenOptions, OpenRun } from './open.ts'
import { NoRoom, NoServer } from './remote.ts'

/** Where there is a server with room, there; else in the page. */
const openFirst = async ({ server, page }: Ways, options: OpenOptions): Promise<Line> => {
  if (server === null) return openLine(page, options)
  try {
    return await openLine(server, options)
  } catch (error) {
    const isHere = error instanceof NoServer || (error instanceof NoRoom && error.isRepeatable)
    if (!isHere) throw error
    return openLine(page, options)
  }
}

/** The way to open runs that outlive their server. */
export const createOpener =
  (ways: Ways): OpenRun =>
  async (options, told) => {
    const lasting = new LastingRun(ways, options, await openFirst(ways, options), told)
    return { run: lasting.run, place: lasting.place, retry: () => lasting.retry() }
  }
