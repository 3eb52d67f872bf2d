import type { Attack, Stop } from '../../scenarios/attacks/attack.ts'
import { align } from '../../scenarios/align/index.ts'
import type { Workflow } from '../../scenarios/catalogue/index.ts'
import type { DefenceId, Settings } from '../../scenarios/defences/settings.ts'
import type { Message, Trace } from '../../scenarios/vocabulary.ts'
import { openInPage } from '../run/open.ts'

/** What came of an attack in a run of its own. */
export interface Trial {
  readonly won: boolean
  /** The message that shows it, or that was decided by the defence; null when there is none. */
  readonly decided: Message | null
  readonly trace: Trace
}

/** The switch of a claim, and the value that protects. */
export const switchOf = (stop: Stop): readonly [id: DefenceId, value: Settings[DefenceId]] =>
  typeof stop === 'string' ? [stop, true] : stop

const attacking = ({ messages }: Trace): Pick<Trace, 'messages'> => ({
  messages: messages.filter(({ step }) => step === 'hacker.attack'),
})

/** The first message of the attack at which the run with the defence goes another way. */
const parting = (without: Trace, withIt: Trace): Message | null => {
  const rows = align(attacking(without), attacking(withIt)).sections.flatMap((one) => one.rows)
  const row = rows.find(
    ({ left, right, contrasts }) => left === null || right === null || contrasts.length > 0,
  )
  return row?.right ?? attacking(withIt).messages.at(-1) ?? null
}

/**
 * Plays an attack in this page, with these switches.
 *
 * @param undefended the same attack without the defence that is tried; null when this is it
 * @throws Error with a sentence when the run cannot open or a step is refused
 */
export const tryAttack = async (
  workflow: Workflow,
  attack: Attack,
  switches: Partial<Settings>,
  undefended: Trace | null,
): Promise<Trial> => {
  const defences = { ...attack.weak(workflow), ...switches }
  const { run } = await openInPage({ workflow: workflow.slug, defences }, () => undefined)
  try {
    const events = [
      ...attack.prelude(workflow),
      { type: 'hacker.attack', attack: attack.id } as const,
    ]
    for (const event of events) {
      run.seek(run.state.trace.messages.length)
      const result = await run.send(event)
      if (!result.ok) throw new Error(result.problem)
    }
    const { trace } = run.state
    const { holds, evidence } = attack.won(trace)
    const shown = trace.messages[(evidence.at(-1) ?? 0) - 1] ?? null
    const decided = holds || undefended === null ? shown : parting(undefended, trace)
    return { won: holds, decided, trace }
  } finally {
    run.close()
  }
}
