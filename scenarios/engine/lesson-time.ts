import type { Effect, EffectResult } from '../machine/effect.ts'
import { runEffect } from './run-effect.ts'
import type { Simulation } from './simulation.ts'

/** Carries effects out for a machine that may be ahead of the protocol clock. */
export interface LessonTime {
  run(effect: Effect): Promise<EffectResult>
}

/**
 * The machine's time. It reckons with the lifetimes of the workflow's settings and is past their end when
 * one is over; a real FusionAuth lets it be over sooner, so that it can be waited for. On a simulated clock
 * the two are one.
 */
export const createLessonTime = (simulation: Simulation): LessonTime => {
  const { clock } = simulation
  /** Milliseconds by which the machine's time is ahead. */
  let ahead = 0
  const told = (result: EffectResult): EffectResult => ({ ...result, now: result.now + ahead })
  return {
    run: async (effect) => {
      if (effect.type === 'pass-time') {
        const until = effect.until - ahead
        const result = await runEffect({ ...effect, until }, simulation)
        ahead += Math.max(0, until - clock.now())
        return { ...result, now: clock.now() + ahead }
      }
      const result = await runEffect(effect, simulation)
      const { attackResult } = result
      if (ahead === 0 || attackResult === undefined) return told(result)
      const completed = attackResult.completed.map((one) => ({ ...one, result: told(one.result) }))
      return { ...told(result), attackResult: { ...attackResult, completed } }
    },
  }
}
