/** How many ids are remembered. */
const most = 1000

/** Ids in the order in which they came; the oldest are forgotten. */
export interface RecentIds {
  add(id: string): void
  has(id: string): boolean
}

export const createRecentIds = (): RecentIds => {
  const ids = new Set<string>()
  return {
    add: (id) => {
      ids.add(id)
      const [oldest] = ids
      if (ids.size > most && oldest !== undefined) ids.delete(oldest)
    },
    has: (id) => ids.has(id),
  }
}
