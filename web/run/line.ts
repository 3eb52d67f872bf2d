import type { Connect, Connection, Hearer } from './link.ts'
import type { OpenOptions } from './open.ts'

/** The ways to open a run; without a server it is in the page from the beginning. */
export interface Ways {
  readonly server: Connect | null
  readonly page: Connect
}

/** A connection, and who hears it: nobody until a run takes it. */
export interface Line {
  readonly connection: Connection
  hearer: Hearer | null
}

/** Opens a run on the other side. Rejects as `way` does. */
export const openLine = async (way: Connect, options: OpenOptions): Promise<Line> => {
  const ear: { hearer: Hearer | null } = { hearer: null }
  const connection = await way(options, {
    state: (state) => ear.hearer?.state(state),
    lost: (loss) => ear.hearer?.lost(loss),
    here: () => ear.hearer?.here(),
  })
  return Object.assign(ear, { connection })
}
