import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { played, slugs } from '../support/play.ts'
import { inEnglish } from '../support/texts.ts'

const playedWith = async (
  defences: Readonly<Record<string, boolean>>,
): Promise<readonly Message[]> => {
  const request = { workflow: slugs.code, lesson: 'attack-duplicate-parameters', defences }
  return (await played(request, { rehearse: false })).messages
}

const readers = (messages: readonly Message[]): readonly string[] =>
  messages.filter(({ id }) => /\.reads-(first|last)$/.test(id)).map(({ label }) => inEnglish(label))

const placesIn = (messages: readonly Message[], id: string): readonly string[] =>
  URL.parse(messages.find((one) => one.id === id)?.http?.url ?? '')?.searchParams.getAll('to') ?? []

describe('a link that names two places', () => {
  test('is read by two layers, and the trace tells which of them reads what', async () => {
    const messages = await playedWith({})
    expect(readers(messages)).toEqual([
      'The list of own addresses looks at the first “to”',
      'The redirect takes the last “to”',
    ])
    const [first, last] = placesIn(messages, 'attack.go-request.2')
    expect(first).toBe('/shopping-cart')
    const answer = messages.find(({ id }) => id === 'attack.go-response.2')
    expect(headerOf(answer?.http?.headers ?? [], 'location')).toBe(last)
    expect(messages.map(({ label }) => inEnglish(label))).toContain('GET /go?to=…&to=…')
    expect(last).toMatch(/^https:\/\/evil\.example\//)
  })

  test('is read by the redirect alone where no list of addresses is asked', async () => {
    const messages = await playedWith({ 'return-to-allow-list': false })
    expect(readers(messages)).toEqual(['The redirect takes the last “to”'])
  })

  test('is read by nobody where repeated names are refused', async () => {
    const messages = await playedWith({ 'refuse-duplicates': true })
    expect(readers(messages)).toEqual([])
    expect(messages.at(-1)).toMatchObject({ id: 'attack.go-response.2', http: { status: 400 } })
  })
})
