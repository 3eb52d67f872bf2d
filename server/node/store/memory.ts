import { endedFor, type RunRecord, type RunStore, type StoreOptions } from './store.ts'

interface Kept {
  readonly value: RunRecord | 'ended'
  readonly until: number
}

interface MemoryStore extends RunStore {
  /** Forgets an id, as if it had never been there. */
  drop(id: string): void
}

/** Keeps runs in this process: a restart loses them, and their pages make them again. */
export const createMemoryStore = ({ lifetime, most, now }: StoreOptions): MemoryStore => {
  const kept = new Map<string, Kept>()

  /** Puts it at the end: the first is the one that nobody has asked for the longest time. */
  const put = (id: string, value: Kept['value'], duration: number): void => {
    kept.delete(id)
    kept.set(id, { value, until: now() + duration })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  }

  const forgetOld = (): void => {
    for (const [id, { until }] of kept) {
      if (until > now()) break
      kept.delete(id)
    }
  }

  const find = (id: string): Kept['value'] | null => {
    const found = kept.get(id)
    return found === undefined || found.until <= now() ? null : found.value
  }

  return {
    name: 'memory',
    read: async (id) => {
      const found = find(id)
      if (found !== null && found !== 'ended') put(id, found, lifetime)
      return found
    },
    write: async (id, record, expected) => {
      forgetOld()
      const found = find(id)
      const revision = found === 'ended' ? -1 : (found?.revision ?? 0)
      if (revision !== expected) return false
      put(id, record, lifetime)
      return true
    },
    end: async (id) => put(id, 'ended', endedFor),
    isReady: async () => true,
    close: async () => kept.clear(),
    drop: (id) => void kept.delete(id),
  }
}
