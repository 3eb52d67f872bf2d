import { describe, expect, test } from 'vitest'
import type { RunTransport } from '../../web/player/run/link.ts'
import { createMirror } from '../../web/player/run/mirror.ts'
import { fixtureRun } from '../support/fixture-run.ts'

const far = fixtureRun()
await far.send({ type: 'learner.open', app: 'Store' })
const early = far.state
await far.send({ type: 'learner.login', app: 'Store' })
const late = far.state

const link: RunTransport = {
  send: async () => ({ result: { ok: true } }),
  look: async () => null,
  close: () => undefined,
}

describe('a run in the image of another', () => {
  test('drops a state that is older than what it has', () => {
    const { run, absorb } = createMirror(late, link)
    absorb(early)
    expect(run.state.trace.messages).toHaveLength(6)
  })

  test('takes in a shorter branch', () => {
    const { run, absorb } = createMirror(late, link)
    absorb({ ...early, branch: 'other' })
    expect(run.state).toMatchObject({ branch: 'other', trace: { messages: { length: 2 } } })
  })

  test('can only do what the other side can', () => {
    expect('fork' in createMirror(late, link).run).toBe(false)
    const able = { ...link, fork: async () => ({ result: { ok: true } as const }) }
    expect('fork' in createMirror(late, able).run).toBe(true)
  })
})
