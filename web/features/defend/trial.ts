import type { Attack, Stop } from '../../../scenarios/attacks/attack.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { decide, type Decision } from '../../../scenarios/matrix/deciding.ts'
import type { DefenceId, DefenceSettings } from '../../../scenarios/model/defence-settings.ts'
import type { Message, Outcome, Trace } from '../../../scenarios/model/trace.ts'
import { openInPage } from '../../player/run/open.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'
import type { Text } from '../../../scenarios/model/text.ts'

/** What came of an attack in a run of its own. */
export interface Trial {
  readonly won: boolean
  /** The message that shows it, or at which a defence decided; null when there is none. */
  readonly decided: Message | null
  /** The rule, refusal or step that made the difference; null when none did. */
  readonly reason: Text | null
  readonly trace: Trace
  readonly outcome: Outcome
}

/** The switch of a stop, and the value that protects. */
export const switchOf = (stop: Stop): readonly [id: DefenceId, value: DefenceSettings[DefenceId]] =>
  typeof stop === 'string' ? [stop, true] : stop

const placed = ({ at, reason }: Decision, { messages }: Trace) => ({
  decided: messages.find(({ id }) => id === at) ?? null,
  reason,
})

const told = ({ trace, outcome }: Trial) => ({ messages: trace.messages, outcome })

/**
 * Plays an attack in this page, with these switches.
 *
 * @param undefended the same attack without the defence that is tried; null when this is it
 * @throws TextError when the run cannot open or a step is refused
 */
export const tryAttack = async (
  workflow: Workflow,
  attack: Attack,
  switches: Partial<DefenceSettings>,
  undefended: Trial | null,
): Promise<Trial> => {
  const defences = { ...attack.weak(workflow), ...switches }
  const { run } = await openInPage({ workflow: workflow.slug, defences }, () => undefined)
  try {
    const events = [
      ...attack.prelude(workflow),
      { type: 'hacker.attack', attack: attack.id } as const,
    ]
    for (const event of events) {
      const result = await run.send(event)
      // What is refused in the middle of an attack may be what stops it.
      if (!result.ok && event.type !== 'hacker.attack') throw new TextError(result.problem)
    }
    const { trace } = run.state
    const outcome = attack.won(trace)
    const shown = trace.messages[(outcome.evidence[0] ?? 0) - 1] ?? null
    const trial = { won: outcome.holds, decided: shown, reason: null, trace, outcome }
    const decision = undefended === null ? null : decide(told(undefended), told(trial))
    return decision === null ? trial : { ...trial, ...placed(decision, trace) }
  } finally {
    run.close()
  }
}
