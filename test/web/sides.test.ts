import { describe, expect, test } from 'vitest'
import { openRun } from '../../server/run.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { playOut } from '../../web/features/compare/play-out.ts'
import { messageLink, withWorkflow, writeCompare } from '../../web/router/links.ts'
import { sidesOf } from '../../web/features/compare/sides.ts'
import type { OpenRun } from '../../web/player/run/status.ts'
import { act, played, slugs } from '../support/play.ts'
import { made } from '../support/texts.ts'

const opening = () => {
  const opened: Run[] = []
  const closed: Run[] = []
  const open: OpenRun = async (options) => {
    const run = await openRun(options)
    opened.push(run)
    return {
      run: {
        ...run,
        get state() {
          return run.state
        },
        close: () => {
          closed.push(run)
          run.close()
        },
      },
      place: 'page',
    }
  }
  return { open, opened, closed }
}

describe('A run that is played out', () => {
  test('comes to the end of its lesson and is closed', async () => {
    const { open, opened, closed } = opening()
    const trace = await playOut(open, { workflow: slugs.native })
    expect(trace.messages).toEqual((await played({ workflow: slugs.native })).messages)
    expect(closed).toEqual(opened)
  })

  test('that refuses a step says why, and is closed too', async () => {
    const { open, opened, closed } = opening()
    const failing: OpenRun = async (options, onTrouble) => {
      const { run, place } = await open(options, onTrouble)
      const send: Run['send'] = async () => ({
        ok: false,
        problem: made('FusionAuth does not answer.'),
      })
      return { run: Object.create(run, { send: { value: send } }) as Run, place }
    }
    await expect(playOut(failing, { workflow: slugs.native })).rejects.toMatchObject({
      reason: made('FusionAuth does not answer.'),
    })
    expect(closed).toEqual(opened)
  })
})

describe('The two sides', () => {
  test('may be a branch that nobody has looked at since a reload; its run is closed', async () => {
    const { open, opened, closed } = opening()
    const run = await openRun({ workflow: slugs.code, seed: 'apple' })
    await act(run, { type: 'learner.open', app: 'Store' })
    const { trace } = run.state
    await run.send({ type: 'learner.open', app: 'Forums' }, { at: 0 })
    const request = { run: run.state, traces: new Map(), open }
    expect(await sidesOf({ ...request, other: 'branch:b1' })).toMatchObject({ right: { trace } })
    expect(closed).toEqual(opened)
    expect(await sidesOf({ ...request, other: 'branch:b9' })).toMatchObject({ kind: 'no-branch' })
  })

  test('of workflows are both played to the end of the same lesson with the same seed', async () => {
    const { open } = opening()
    const run = await openRun({ workflow: slugs.code, lesson: 'wrong-password', seed: 'apple' })
    const sides = await sidesOf({ other: slugs.native, run: run.state, traces: new Map(), open })
    if (sides.kind !== 'two') throw new Error(sides.kind)
    for (const { trace } of [sides.left, sides.right]) {
      expect(trace).toMatchObject({ lesson: 'wrong-password', seed: 'apple' })
      expect(trace.messages.at(-1)?.label).toContain('Your cart')
    }
  })

  test('may be joined by a third workflow, played to its end as well', async () => {
    const { open } = opening()
    const run = await openRun({ workflow: slugs.code, seed: 'apple' })
    const other = `${slugs.password},${slugs.native}`
    const sides = await sidesOf({ other, run: run.state, traces: new Map(), open })
    if (sides.kind !== 'two') throw new Error(sides.kind)
    expect(sides.right.trace.workflow).toBe(slugs.password)
    expect(sides.third?.trace).toMatchObject({ workflow: slugs.native, seed: 'apple' })
    expect(sides.third?.trace.messages.at(-1)?.to).toBe('Hacker')
  })

  test('take this run as it is when it has left its lesson', async () => {
    const { open, opened } = opening()
    const run = await openRun({ workflow: slugs.code })
    await act(run, { type: 'learner.open', app: 'Forums' })
    const sides = await sidesOf({ other: slugs.native, run: run.state, traces: new Map(), open })
    expect(sides.kind === 'two' && sides.left.trace).toBe(run.state.trace)
    expect(opened).toHaveLength(1)
  })

  test('are missed by name when there is no such branch or workflow', async () => {
    const { open } = opening()
    const { state } = await openRun({ workflow: slugs.code })
    const find = (other: string) => sidesOf({ other, run: state, traces: new Map(), open })
    expect(await find('branch:b9')).toEqual({ kind: 'no-branch', id: 'b9' })
    expect(await find('no/such')).toEqual({ kind: 'no-workflow', slug: 'no/such' })
  })
})

describe('An address', () => {
  const here = new URL('https://lab.example/?workflow=a/b&seed=x#step=login.token-request')

  test('tells what is compared, and no more once the run is played again', () => {
    const comparing = writeCompare(here, 'branch:b2')
    expect(comparing.search).toBe('?workflow=a/b&seed=x&compare=branch:b2')
    expect(comparing.hash).toBe(here.hash)
    expect(writeCompare(comparing, null).href).toBe(here.href)
  })

  test.each([
    ['?compare=c/d,e/f', '?compare=e/f&workflow=c/d'],
    ['?compare=c/d,e/f,g/h&seed=x', '?compare=e/f,g/h&seed=x&workflow=c/d'],
    ['?compare=c/d', '?compare=c/d'],
    ['?compare=a/b', '?compare=&workflow=a/b'],
    ['?compare=branch:b2', '?compare=branch:b2'],
    ['?compare=', '?compare='],
    ['?workflow=a/b&compare=c/d,e/f', '?workflow=a/b&compare=c/d,e/f'],
    ['?workflow=a/b', '?workflow=a/b'],
  ])('that compares %s without a workflow plays the first of them', (search, expected) => {
    const address = withWorkflow(new URL(`https://lab.example/${search}#step=x`), 'a/b')
    expect(address.search).toBe(expected)
    expect(address.hash).toBe('#step=x')
  })

  test('leads to a message of another workflow with the same seed', () => {
    const link = messageLink('c/d', null, 'login.x', writeCompare(here, 'c/d').search)
    expect(link).toBe('?workflow=c/d&seed=x#step=login.x')
  })
})
