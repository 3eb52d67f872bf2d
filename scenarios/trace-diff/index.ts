import type { Phase } from '../model/participant.ts'
import type { Message, Trace } from '../model/trace.ts'
import { heaviestMatches, heaviestWeight, zipped } from './pairing.ts'
import { contrastsOf, type Contrast } from './contrast.ts'

export type { Contrast }

type MessageTrace = Pick<Trace, 'messages'>

/** A message of the one trace beside its counterpart in the other; one of them may be missing. */
export interface AlignedRow {
  readonly left: Message | null
  readonly right: Message | null
  /** In what the two differ; empty when they are alike, or when there is only one. */
  readonly contrasts: readonly Contrast[]
}

/** A phase of the one trace beside the same phase of the other; a side without it is empty. */
export interface Section {
  readonly phase: Phase
  readonly left: readonly Message[]
  readonly right: readonly Message[]
  readonly rows: readonly AlignedRow[]
}

/** Two traces side by side. */
export interface Alignment {
  readonly sections: readonly Section[]
}

/** Messages of one phase that follow each other. */
type PhaseMessages = readonly [Message, ...Message[]]

const chaptersOf = ({ messages }: MessageTrace): readonly PhaseMessages[] => {
  const chapters: [Message, ...Message[]][] = []
  for (const message of messages) {
    const last = chapters.at(-1)
    if (last === undefined || last[0].phase !== message.phase) chapters.push([message])
    else last.push(message)
  }
  return chapters
}

/** `relogin.token-request.2` is a `token-request`. */
const nameOf = ({ id, phase }: Message): string =>
  (id.startsWith(`${phase}.`) ? id.slice(phase.length + 1) : id).replace(/\.\d+$/, '')

/** The same name counts most; messages that only go the same way are counterparts at a pinch. */
const messageWeight = (left: Message, right: Message): number => {
  if (left.kind !== right.kind) return 0
  if (nameOf(left) === nameOf(right)) return 4
  return left.from === right.from && left.to === right.to && left.step === right.step ? 1 : 0
}

const weightIn =
  (left: PhaseMessages, right: PhaseMessages) =>
  (i: number, j: number): number => {
    const [a, b] = [left[i], right[j]]
    return a === undefined || b === undefined ? 0 : messageWeight(a, b)
  }

/** Chapters of one phase belong together, the better the more of their messages do. */
const chapterWeight = (left: PhaseMessages, right: PhaseMessages): number =>
  left[0].phase === right[0].phase
    ? 1 + heaviestWeight(left.length, right.length, weightIn(left, right))
    : 0

const rowsOf = (
  left: PhaseMessages,
  right: PhaseMessages,
): readonly (readonly [Message | null, Message | null])[] =>
  zipped(left, right, heaviestMatches(left.length, right.length, weightIn(left, right)))

type Pairs = readonly (readonly [Message | null, Message | null])[]

const swapped = (pairs: Pairs): Pairs => pairs.map(([left, right]) => [right, left])

const lone = (chapter: PhaseMessages, side: 'left' | 'right'): Pairs =>
  chapter.map((message) => (side === 'left' ? [message, null] : [null, message]))

/** Everything that pairing looks at; traces that are equal in it pair alike either way round. */
const signature = ({ messages }: MessageTrace): string =>
  JSON.stringify(
    messages.map((message) => [
      message.phase,
      nameOf(message),
      message.kind,
      message.from,
      message.to,
      message.step,
    ]),
  )

const pairUp = (left: MessageTrace, right: MessageTrace): readonly Pairs[] => {
  const [a, b] = [chaptersOf(left), chaptersOf(right)]
  const weights = a.map((one) => b.map((other) => chapterWeight(one, other)))
  const matches = heaviestMatches(a.length, b.length, (i, j) => weights[i]?.[j] ?? 0)
  return zipped(a, b, matches).map(([one, other]) => {
    if (one === null) return other === null ? [] : lone(other, 'right')
    return other === null ? lone(one, 'left') : rowsOf(one, other)
  })
}

const present = (message: Message | null): message is Message => message !== null

/**
 * Puts two traces side by side: by phase, and within a phase by the names of the messages, in order
 * (a longest common subsequence). Nothing is lost, the order of either side stays, and the two sides
 * may be swapped without changing what belongs together.
 */
export const align = (left: MessageTrace, right: MessageTrace): Alignment => {
  // Of equally good ways one must be chosen, and the same one for either order of the two traces.
  const isTurned = signature(left) > signature(right)
  const paired = isTurned ? pairUp(right, left).map(swapped) : pairUp(left, right)
  const contrasts = contrastsOf(left.messages, right.messages)
  return {
    sections: paired.map((pairs) => {
      const phase = pairs.flat().find(present)?.phase ?? 'initialize'
      return {
        phase,
        left: pairs.map(([message]) => message).filter(present),
        right: pairs.map(([, message]) => message).filter(present),
        rows: pairs.map(([one, other]) => ({
          left: one,
          right: other,
          contrasts: one === null || other === null ? [] : contrasts(one, other),
        })),
      }
    }),
  }
}
