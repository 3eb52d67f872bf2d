import { describe, expect, test } from 'vitest'
import { messageNamed, passageOf, phaseAround } from '../../web/features/passage/passage.ts'
import { passage, told } from './source.ts'

describe('a passage', () => {
  test('is the phase of a message when nothing else is said', async () => {
    const { trace } = await told()
    const { first, last } = phaseAround(trace, 23)
    const phases = trace.messages.slice(first - 1, last).map(({ phase }) => phase)
    expect([first, last]).toEqual([21, 25])
    expect(new Set(phases)).toEqual(new Set(['refresh']))
  })

  test('has those who take part in it, in the order of the run', async () => {
    expect((await passage()).participants).toEqual(['Browser', 'Store', 'FusionAuth'])
  })

  test('has what happened before a phase only when it begins with it', async () => {
    expect((await passage()).chapters[0]?.marks).toHaveLength(1)
    expect((await passage({ first: 22, last: 25 })).chapters[0]?.marks).toEqual([])
  })

  test('names the secrets of a message, and has no value of any', async () => {
    const { trace } = await told()
    const one = await passage({ first: 1, last: trace.messages.length })
    const names = one.messages.flatMap(({ secrets }) => secrets.map(({ name }) => name))
    expect(names).toEqual(expect.arrayContaining(['code-1', 'RT-1', 'JWT-1', 'sid-1']))
    expect(JSON.stringify(one)).not.toMatch(/eyJ[\w-]+\./)
  })

  test('masks values in sentences and on arrows, which a saved trace may hold', async () => {
    const source = await told()
    const text = JSON.stringify(source.trace.messages)
    const [token = ''] = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/.exec(text) ?? []
    const [, code = ''] = /[?&]code=([\w.~-]{12,})/.exec(text) ?? []
    expect([token, code]).not.toContain('')
    const loose = { ...source, story: () => `It was ${token}, and ${code}.`, lesson: code }
    const one = passageOf(loose, { first: 9, last: 11 })
    expect(one.messages[0]?.sentence).toMatch(/^It was JWT(?:-\d+)?, and code-1\.$/)
    expect(one.lesson).toBe('code-1')
  })
})

describe('an end of a passage', () => {
  test.each([
    ['login.token-request', 'first', 12],
    ['12', 'last', 12],
    ['refresh', 'first', 21],
    ['refresh', 'last', 25],
  ] as const)('is meant by %s (%s)', async (name, end, n) => {
    expect(messageNamed((await told()).trace, name, end)).toEqual({ n })
  })

  test.each([
    ['login.tokn-request', 'login.token-request'],
    ['0', '74'],
    ['refrsh', 'refresh'],
  ])('that is none has a nearest one: %s', async (name, nearest) => {
    expect(messageNamed((await told()).trace, name, 'first')).toEqual({ nearest })
  })
})
