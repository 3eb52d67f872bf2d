import { englishTexts } from '../i18n/en/index.ts'
import { textOf } from '../model/text.ts'
import { isJsonObject } from '../model/json.ts'

/**
 * Traces of version 1 hold English sentences where those of version 2 hold texts: the reasons of
 * cookies, and what participants do by themselves.
 */

const codesOf = (sentences: object): ReadonlyMap<unknown, string> =>
  new Map(Object.entries(sentences).map(([code, sentence]) => [sentence, code]))

/** The text that says exactly this; else the sentence as it stands. */
const sayingOf = (sentence: unknown, codes: ReadonlyMap<unknown, string>): unknown => {
  if (typeof sentence !== 'string' || sentence === '') return sentence
  const code = codes.get(sentence)
  // Only sentences without params stand in the catalogue as they are.
  return code === undefined ? textOf('verbatim', { english: sentence }) : { code, params: {} }
}

/** The value as a trace of version 2, if it is one of version 1; nothing is checked. */
export const fromVersion1 = (value: unknown): unknown => {
  if (!isJsonObject(value) || value['version'] !== 1 || !Array.isArray(value['messages']))
    return value
  const codes = codesOf(englishTexts)
  const withReason = (item: unknown): unknown => {
    if (!isJsonObject(item)) return item
    const { because, ...others } = item
    return { ...others, reason: sayingOf(because, codes) }
  }
  const reasons = (list: unknown): unknown => (Array.isArray(list) ? list.map(withReason) : list)
  const messages = value['messages'].map((message: unknown) =>
    isJsonObject(message)
      ? {
          ...message,
          cookies: reasons(message['cookies']),
          received: reasons(message['received']),
          ...(message['kind'] === 'self' && { label: sayingOf(message['label'], codes) }),
        }
      : message,
  )
  return { ...value, version: 2, messages }
}
