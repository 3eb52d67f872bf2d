import type { Journal } from '../../../../scenarios/engine/ports.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'

/** Values by key; every change is reported to the journal, as `describe` puts it for a learner. */
export interface Table<V> {
  readonly rows: ReadonlyMap<string, V>
  get(key: string): V | undefined
  set(key: string, value: V): void
  /** True when there was something to delete. */
  delete(key: string): boolean
}

export const createTable = <V>(
  where: string,
  describe: (value: V) => Json,
  journal: Journal | undefined,
): Table<V> => {
  const rows = new Map<string, V>()
  const picture = (value: V | undefined): Json => (value === undefined ? null : describe(value))
  return {
    rows,
    get: (key) => rows.get(key),
    set: (key, value) => {
      const old = rows.get(key)
      rows.set(key, value)
      journal?.changed(where, 'set', key, picture(old), picture(value))
    },
    delete: (key) => {
      const old = rows.get(key)
      if (!rows.delete(key)) return false
      journal?.changed(where, 'delete', key, picture(old), null)
      return true
    },
  }
}

const small = 64

/**
 * Whether a growing table of this size should be looked through for what has run out: always while
 * it is small, else now and then, so that a busy instance does not spend its time on looking.
 */
export const isSweepDue = (size: number): boolean => size < small || size % small === 0
