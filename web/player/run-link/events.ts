import {
  countableEvents,
  type LabEvent,
  labEvents,
  isLabEvent,
} from '../../../scenarios/model/event.ts'
import type { ApplicationName } from '../../../scenarios/model/participant.ts'

/** What a link can tell of an event: everything but words that somebody typed. */
export type SharedEvent =
  | Exclude<LabEvent, { type: 'learner.submit' }>
  | {
      readonly type: 'learner.submit'
      readonly app: ApplicationName
      readonly credentials: 'right' | 'wrong-password' | 'unknown-user'
    }

/** How the words of a member are spelled in a link, where it is not in lower case as they are. */
const spelled: Readonly<Record<string, string>> = {
  'wrong-password': 'wrong',
  'unknown-user': 'unknown',
}

const templates: ReadonlyMap<string, string> = new Map(
  labEvents.map(({ type, link }) => [type, link]),
)

/** An event as a word: lower case letters, digits and hyphens. */
export const wordOf = (event: SharedEvent): string => {
  const members = new Map<string, unknown>(Object.entries(event))
  return (templates.get(event.type) ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(members.get(name))
    return spelled[value] ?? value.toLowerCase()
  })
}

const byWord: ReadonlyMap<string, SharedEvent> = new Map(
  countableEvents.map((event) => [wordOf(event as SharedEvent), event as SharedEvent]),
)

/** Every word that stands for one event; `wait-` is followed by seconds. */
export const eventWords: readonly string[] = [...byWord.keys(), 'wait-3600']

/** The event of a word; null when it is none. */
export const eventOf = (word: string): SharedEvent | null => {
  const seconds = Number(/^wait-([1-9]\d{0,9})$/.exec(word)?.[1])
  const waiting = { type: 'clock.advance', seconds } as const
  return isLabEvent(waiting) ? waiting : (byWord.get(word) ?? null)
}
