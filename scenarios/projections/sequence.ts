import type { Participant, Phase } from '../model/participant.ts'
import type { RunState } from '../model/run.ts'
import type { Initiator, Message } from '../model/trace.ts'
import { dividerWords, phaseTitle, type Tone } from './words.ts'
import type { Label, Text } from '../model/text.ts'

/** One arrow of the picture: a message that was sent, or one that is planned. */
export interface Arrow {
  readonly n: number
  readonly id: string
  readonly phase: Phase
  readonly from: Participant
  readonly to: Participant
  readonly kind: Message['kind']
  readonly label: Label
  readonly planned: boolean
  /** What within the sender begins it; absent for a navigation, and for what a server does. */
  readonly by?: Initiator
}

/** A mark across the lifelines. */
export interface Mark {
  readonly tone: Tone
  readonly text: Text
  readonly planned: boolean
}

/** Arrows of one phase that follow each other, with the marks before them. */
export interface Chapter {
  readonly title: Text
  readonly phase: Phase
  readonly marks: readonly Mark[]
  readonly arrows: readonly Arrow[]
}

/** What a sequence diagram shows, in order; every picture of a run is made from it. */
export interface Sequence {
  readonly participants: readonly Participant[]
  readonly chapters: readonly Chapter[]
  /** Marks after the last arrow. */
  readonly marks: readonly Mark[]
}

/** A run's messages and what is planned after them; `plan` is empty for a finished trace. */
export type Drawable = Pick<RunState, 'trace' | 'plan' | 'plannedDividers'>

/** All arrows, sent and planned, numbered on. */
export const arrowsOf = ({ trace, plan }: Drawable): readonly Arrow[] => [
  ...trace.messages.map(({ n, id, phase, from, to, kind, label, by }) => ({
    n,
    id,
    phase,
    from,
    to,
    kind,
    label,
    planned: false,
    ...(by !== undefined && { by }),
  })),
  ...plan.map((message, index) => ({
    n: trace.messages.length + index + 1,
    id: message.id,
    phase: message.phase,
    from: message.from,
    to: message.to,
    kind: message.kind,
    label: message.label,
    planned: true,
    ...(message.by !== undefined && { by: message.by }),
  })),
]

/** The picture of a run as plain data. A phase that is interrupted by a mark goes on in a new chapter. */
export const sequenceOf = (drawable: Drawable): Sequence => {
  const { trace, plannedDividers } = drawable
  const before = new Map<number, Mark[]>()
  const note = (planned: boolean) => (divider: (typeof trace.dividers)[number]) => {
    const marks = before.get(divider.before) ?? []
    marks.push({ ...dividerWords(divider.kind), planned })
    before.set(divider.before, marks)
  }
  trace.dividers.forEach(note(false))
  plannedDividers.forEach(note(true))

  const chapters: { title: Text; phase: Phase; marks: Mark[]; arrows: Arrow[] }[] = []
  const arrows = arrowsOf(drawable)
  for (const arrow of arrows) {
    const marks = before.get(arrow.n) ?? []
    const last = chapters.at(-1)
    if (last === undefined || last.phase !== arrow.phase || marks.length > 0)
      chapters.push({ title: phaseTitle(arrow.phase), phase: arrow.phase, marks, arrows: [arrow] })
    else last.arrows.push(arrow)
  }
  return {
    participants: trace.participants,
    chapters,
    marks: before.get(arrows.length + 1) ?? [],
  }
}
