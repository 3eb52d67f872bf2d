import { describe, expect, test } from 'vitest'
import { attackIds } from '../../scenarios/model/attack-id.ts'
import { attacks } from '../../scenarios/attacks/index.ts'
import { attackLessonByName, attackLessons } from '../../scenarios/attacks/lessons.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { settingsOf } from '../../scenarios/defences/presets.ts'
import { isInForce, spelled } from '../../scenarios/matrix/columns.ts'
import { done, slugs } from '../support/play.ts'

describe('the rows of the attacks', () => {
  test('are one for each name', () => {
    expect(attacks.map(({ id }) => id).toSorted()).toEqual(attackIds.toSorted())
  })

  test('say of something that happened when, and who told of it', () => {
    for (const { incident } of attacks) {
      if (incident === null) continue
      expect(incident.when).toMatch(/^20\d\d/)
      expect(incident.source).not.toBe('')
    }
    expect(attacks.filter(({ incident }) => incident !== null).length).toBeGreaterThanOrEqual(12)
  })

  test('can be tried somewhere, each', () => {
    for (const attack of attacks)
      expect(workflows.some((workflow) => attack.tries(workflow))).toBe(true)
  })

  test('call nothing a defence that the weak world has already', () => {
    const had = workflows.flatMap((workflow) =>
      attacks
        .filter((attack) => attack.tries(workflow))
        .flatMap((attack) => {
          const world = settingsOf(workflow, 'fidelity', attack.weak(workflow))
          return attack
            .stops(workflow)
            .filter((stop) => isInForce(stop, world))
            .map((stop) => `${workflow.slug} ${attack.id} ${spelled(stop)}`)
        }),
    )
    expect(had).toEqual([])
  })

  test('never say of a defence both that it stops an attack and that it does not help', () => {
    for (const workflow of workflows)
      for (const attack of attacks) {
        const stops = attack.stops(workflow).map(spelled)
        expect(attack.helpsNot(workflow).map(spelled)).not.toEqual(
          expect.arrayContaining(stops.length === 0 ? ['nothing'] : stops),
        )
      }
  })
})

describe('an attack as a lesson', () => {
  test('has a name of its own, and none where it cannot be tried', () => {
    for (const workflow of workflows) {
      const names = attackLessons(workflow).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(attackLessonByName(workflow, name)?.name).toBe(name)
      expect(attackLessonByName(workflow, 'attack-nothing')).toBeUndefined()
    }
  })

  test('tells in its trace in which switches its world is weak, and what came of it', async () => {
    const [workflow] = workflows
    const lesson = workflow === undefined ? undefined : attackLessonByName(workflow, 'attack-csrf')
    const trace = await done(
      { workflow: slugs.code, lesson: 'attack-csrf' },
      lesson?.events ?? [],
      { rehearse: false },
    )
    expect(trace.defences).toEqual({ 'same-site': 'none', 'origin-check': false })
    expect(trace.outcome.find(({ id }) => id === 'attack.csrf')?.holds).toBe(true)
    expect(trace.messages.some(({ id }) => id === 'attack.csrf')).toBe(true)
  })

  test('is refused by the machine where it cannot be tried', async () => {
    await expect(
      done(
        { workflow: slugs.native, lesson: 'tour' },
        [
          { type: 'learner.open', app: 'Store' },
          { type: 'hacker.attack', attack: 'code-leak' },
        ],
        { rehearse: false },
      ),
    ).rejects.toThrow('This attack cannot be tried here.')
  })
})
