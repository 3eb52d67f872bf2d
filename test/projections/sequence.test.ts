import { describe, expect, test } from 'vitest'
import { arrowsOf, sequenceOf } from '../../scenarios/projections/sequence.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const trace = fixtureTrace()
const half = {
  trace: { ...trace, messages: trace.messages.slice(0, 6), dividers: [] },
  plan: trace.messages.slice(6),
  plannedDividers: trace.dividers,
}

describe('the sequence of a run', () => {
  test('planned arrows are numbered on from those that were sent', () => {
    expect(arrowsOf(half).map(({ n }) => n)).toEqual(trace.messages.map(({ n }) => n))
  })

  test('tells planned arrows from those that were sent', () => {
    expect(arrowsOf(half).filter(({ planned }) => !planned)).toHaveLength(6)
  })

  test('a chapter is a run of arrows of one phase', () => {
    const phases = sequenceOf(half).chapters.map(({ phase }) => phase)
    expect(phases).toEqual([
      'initialize',
      'login',
      'create-session',
      'load-cart',
      'refresh',
      'stolen-refresh-token',
    ])
  })

  test('a mark begins a new chapter even within a phase', () => {
    const cut = { ...half, plannedDividers: [{ before: 9, kind: 'time-passed' as const }] }
    const login = sequenceOf(cut).chapters.filter(({ phase }) => phase === 'login')
    expect(login.map(({ arrows }) => arrows.length)).toEqual([6, 3])
    expect(login[1]?.marks).toEqual([
      {
        tone: 'expiry',
        text: { code: 'divider', params: { kind: 'time-passed' } },
        planned: true,
      },
    ])
  })

  test('a mark after the last arrow is kept', () => {
    const dividers = [{ before: 28, kind: 'fusionauth-stopped' as const }]
    const { marks } = sequenceOf({ trace: { ...trace, dividers }, plan: [], plannedDividers: [] })
    expect(marks.map(({ text }) => sayEnglish(text))).toEqual(['FusionAuth stops answering'])
  })
})
