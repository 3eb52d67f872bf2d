/**
 * What was chosen on an earlier visit; null for nothing. Storage may be forbidden (private windows,
 * sandboxed frames); then nothing is remembered.
 */
export const remembered = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a choice for later visits, where that is possible. */
export const remember = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value)
  } catch {
    /* Nothing to do: the choice holds for this visit. */
  }
}
