import type { Message, Trace } from '../model/trace.ts'
import { english } from './english.ts'
import { situationsOf } from './situations.ts'
import type { Stories, StoryKey } from './story.ts'

/** `relogin.cart-request.2` is the second of its name: it shares the story of the first. */
const plainId = (id: string): string => id.replace(/\.\d+$/, '')

/** Exchanges that are told alike, whatever is loaded and wherever a login ends. */
const kinds: Readonly<Record<string, string>> = {
  cart: 'load',
  posts: 'load',
  callback: 'entry',
  credentials: 'entry',
  'start-session': 'entry',
}

const kindOf = (name: string): string => {
  const [, exchange = '', half = ''] = /^(.*)-(request|response)$/.exec(name) ?? []
  return `${kinds[exchange] ?? 'any'}-${half}`
}

const isKey = (key: string): key is StoryKey => Object.hasOwn(english, key)

/**
 * Which story a message has: by its situation first, so that a refusal is told differently from what
 * was hoped for, and of two equal situations by its own id before its name in any phase, and by that
 * before its kind. Null when there is none.
 */
export const storyKeyOf = (message: Message, trace: Pick<Trace, 'messages'>): StoryKey | null => {
  const id = plainId(message.id)
  const name = id.slice(id.indexOf('.') + 1)
  const kind = kindOf(name)
  const keys = [
    ...situationsOf(message, name, trace).flatMap((one) => [
      `${id}/${one}`,
      `${name}/${one}`,
      `${kind}/${one}`,
      `any-response/${one}`,
    ]),
    id,
    name,
    kind,
    `any-response/${String(message.http?.status ?? '').slice(0, 1)}xx`,
  ]
  return keys.find(isKey) ?? null
}

/** The sentences that a message teaches, in the language of `stories`; none where it has no story. */
export const sentencesOf = (
  message: Message,
  trace: Pick<Trace, 'messages'>,
  stories: Stories = english,
): readonly string[] => {
  const key = storyKeyOf(message, trace)
  return key === null ? [] : stories[key]
}

/** The story of a message as one text; '' where it has none. */
export const storyOf = (
  message: Message,
  trace: Pick<Trace, 'messages'>,
  stories: Stories = english,
): string => sentencesOf(message, trace, stories).join(' ')
