import { array, assert, asyncProperty, boolean, infiniteStream, nat, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createReplica,
  extentOf,
  incrementSince,
  readExtent,
  writeExtent,
  type Extent,
} from '../../scenarios/engine/increment.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { cases } from '../support/cases.ts'
import { playOn, slugs } from '../support/play.ts'

const opened = async () => {
  const run = await openRun({ workflow: slugs.code })
  return { run, opening: { state: run.state } }
}

/** Does whatever is allowed where the learner looks, forks, or goes to another branch. */
const wander = async (run: Run, [what, where, which]: readonly [number, number, number]) => {
  const { trace, branches, decisionPoints } = run.state
  const point = decisionPoints[where % decisionPoints.length]
  const branch = branches[which % branches.length]
  if (what === 0 && branch !== undefined) return run.switchTo?.(branch.id)
  if (what === 1 && branches.length < 12) return run.fork?.(point?.after ?? 0)
  const isBack = what === 2 && branches.length < 12
  const here = isBack ? point : decisionPoints.at(-1)
  const choices = here?.choices.filter(({ allowed }) => allowed) ?? []
  const next = what > 4 ? here?.next : null
  const event = next ?? choices[which % Math.max(1, choices.length)]?.event
  const at = isBack ? (point?.after ?? 0) : trace.messages.length
  return event === undefined ? undefined : run.send(event, { at })
}

const steps = array(tuple(nat(7), nat(40), nat(40)), { minLength: 3, maxLength: 14 })

describe('a replica', () => {
  test('is the run, whatever is done and however seldom it is told', async () => {
    await assert(
      asyncProperty(steps, infiniteStream(boolean()), async (path, misses) => {
        const { run, opening } = await opened()
        const replica = createReplica(opening)
        for (const step of path) {
          await wander(run, step)
          if (misses.next().value === true) continue
          expect(replica.apply(incrementSince(run.state, replica.extentOf(run.state.branch)))).toBe(
            true,
          )
          expect(replica.state).toEqual(run.state)
        }
        run.close()
      }),
      { numRuns: cases(12).numRuns },
    )
  })

  test('goes on from its branch when the run has left it', async () => {
    const { run, opening } = await opened()
    const replica = createReplica(opening)
    const tell = (have: Extent) => {
      const increment = incrementSince(run.state, have)
      replica.apply(increment)
      return increment
    }
    await playOn(run)
    tell(replica.extentOf())
    const at = run.state.decisionPoints[5]?.after ?? 0
    await run.fork?.(at)
    const increment = tell(replica.extentOf())
    expect(at).toBeGreaterThan(0)
    expect(increment.messages).toHaveLength(0)
    expect(increment.base).toMatchObject({ branch: 'b1', messages: at, decisionPoints: 6 })
    expect(replica.state).toEqual(run.state)
  })

  test('is told no message twice in a whole tour', async () => {
    const { run, opening } = await opened()
    const replica = createReplica(opening)
    let bytes = JSON.stringify(opening).length
    let messages = 0
    run.subscribe((state) => {
      const increment = incrementSince(state, replica.extentOf())
      messages += increment.messages.length
      replica.apply(increment)
    })
    for (let next = run.state.decisionPoints.at(-1)?.next; next != null;) {
      const before = replica.extentOf()
      await run.send(next)
      bytes += JSON.stringify(incrementSince(run.state, before)).length
      next = run.state.decisionPoints.at(-1)?.next
    }
    expect(messages).toBe(run.state.trace.messages.length)
    expect(bytes / JSON.stringify(run.state.trace).length).toBeLessThan(1.5)
  })

  test('keeps the messages that it has as they are', async () => {
    const { run, opening } = await opened()
    const replica = createReplica(opening)
    await run.send({ type: 'learner.open', app: 'Store' })
    replica.apply(incrementSince(run.state, replica.extentOf()))
    const [first] = replica.state.trace.messages
    await run.send({ type: 'learner.login', app: 'Store' })
    replica.apply(structuredClone(incrementSince(run.state, replica.extentOf())))
    expect(replica.state.trace.messages[0]).toBe(first)
  })

  test('says when it lacks what an increment goes on from', async () => {
    const { run, opening } = await opened()
    await playOn(run)
    const replica = createReplica(opening)
    const late = incrementSince(run.state, { branch: 'b1', messages: 10, decisionPoints: 3 })
    expect(replica.apply(late)).toBe(false)
    expect(replica.state).toBe(opening.state)
  })

  test('takes no notice of an answer that was overtaken', async () => {
    const { run, opening } = await opened()
    const replica = createReplica(opening)
    const have = replica.extentOf()
    await run.send({ type: 'learner.open', app: 'Store' })
    const early = incrementSince(run.state, have)
    await run.send({ type: 'learner.login', app: 'Store' })
    replica.apply(incrementSince(run.state, have))
    replica.apply(early)
    expect(replica.state).toEqual(run.state)
  })
})

describe('how much somebody has, as text', () => {
  test('is read as it was written', async () => {
    const { run } = await opened()
    await playOn(run)
    const extent = extentOf(run.state)
    expect(readExtent(writeExtent(extent))).toEqual(extent)
    expect(readExtent('a.b.c.12.4')).toEqual({ branch: 'a.b.c', messages: 12, decisionPoints: 4 })
  })

  test.each(['', 'b1', 'b1.2', 'b1.-1.2', 'b1.1e9.2', '.1.2', 'b1.1.2 '])(
    '%j is none, and then everything is told',
    async (text) => {
      const { run } = await opened()
      await run.send({ type: 'learner.open', app: 'Store' })
      const increment = incrementSince(run.state, readExtent(text))
      expect(increment.base).toBeNull()
      expect(increment.messages).toHaveLength(2)
    },
  )

  test.each(['b9.1.1', 'b1.999.1', 'b1.1.999'])(
    'of %s the run has less, and everything is told',
    async (text) => {
      const { run } = await opened()
      const increment = incrementSince(run.state, readExtent(text))
      expect(increment.base).toBeNull()
    },
  )
})
