import type { Message, Trace } from '../vocabulary.ts'
import { english } from './english.ts'
import type { Stories } from './story.ts'

/** `relogin.cart-request.2` is the second of its name: it shares the sentence of the first. */
const plainId = (id: string): string => id.replace(/\.\d+$/, '')

/**
 * The one sentence that a message teaches: by its own id, else by its name in any phase. The status
 * is tried first, so that a refusal is told differently from what was hoped for.
 */
export const storyOf = (
  message: Message,
  trace: Pick<Trace, 'messages'>,
  stories: Stories = english,
): string => {
  const id = plainId(message.id)
  const name = id.slice(id.indexOf('.') + 1)
  const status = message.http?.status ?? null
  const keys = status === null ? [id, name] : [`${id}/${status}`, `${name}/${status}`, id, name]
  const story = keys.map((key) => stories[key]).find((found) => found !== undefined)
  return typeof story === 'function' ? story(message, trace) : (story ?? '')
}
