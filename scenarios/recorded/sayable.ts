import { englishTexts, sayEnglish } from '../i18n/en/index.ts'
import type { Text } from '../model/text.ts'

/** No text of ours holds others that deep, and one that does would never come to an end. */
const deepest = 8

/** Params hold texts, numbers and the like, and never anything that has to be called. */
const isShallow = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((item) => isShallow(item, depth - 1))
}

/**
 * Whether an unknown value is a text of this version: it can be put into words, and none of them is
 * missing. What comes out of a file may be anything.
 */
export const isSayable = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (!('code' in value) || !('params' in value)) return false
  const { code, params } = value
  if (typeof code !== 'string' || !Object.hasOwn(englishTexts, code)) return false
  if (typeof params !== 'object' || params === null || !isShallow(params, deepest)) return false
  try {
    const said: unknown = sayEnglish(value as Text)
    const lacks = (words: string): boolean => /undefined|\[object /.test(words)
    return typeof said === 'string' && (!lacks(said) || lacks(JSON.stringify(params)))
  } catch {
    return false
  }
}
