import { describe, expect, test } from 'vitest'
import { handsAt, isStolenAt, journeysOf } from '../../scenarios/projections/journey.ts'
import { holdersIn } from '../../scenarios/projections/marking.ts'
import { memoryAt } from '../../scenarios/projections/memory.ts'
import { secretsOf } from '../../scenarios/projections/secrets.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { played, slugs } from '../support/play.ts'

const { messages } = fixtureTrace()
const journey = (name: string) => {
  const found = journeysOf(secretsOf(messages), messages).get(name)
  if (found === undefined) throw new Error(`no secret ${name}`)
  return found
}

describe('the life of a secret', () => {
  test('a session id is born at the Store and goes to the Browser', () => {
    const { spans, seenBy } = journey('sid-1')
    expect(spans).toEqual([
      { holder: 'Store', where: 'Store.appSessions', from: 12, until: 20 },
      { holder: 'Browser', where: 'Browser.jar', from: 13, until: 21 },
    ])
    expect(seenBy).toEqual([
      { who: 'Store', n: 12 },
      { who: 'Browser', n: 13 },
    ])
  })

  test('a code dies at the message that spends it', () => {
    expect(journey('code-1').death).toEqual({ n: 11, fate: 'used' })
  })

  test('a session dies at the first message after its time, by expiry', () => {
    expect(journey('sid-1').death).toEqual({ n: 17, fate: 'expired' })
  })

  test('a refresh token that lives has no death', () => {
    expect(journey('RT-1').death).toBeNull()
  })

  test('a stolen token is in two hands from the theft on', () => {
    const stolen = journey('RT-1')
    expect(handsAt(stolen, 21)).not.toContain('Hacker')
    expect(handsAt(stolen, 22)).toEqual(expect.arrayContaining(['Browser', 'Hacker']))
    expect(isStolenAt(stolen, 21)).toBe(false)
    expect(isStolenAt(stolen, 22)).toBe(true)
  })

  test('a session that the Store gave the Hacker is not stolen: it was nobody else’s', () => {
    const given = journey('sid-3')
    expect(handsAt(given, 27)).toContain('Hacker')
    expect(isStolenAt(given, 27)).toBe(false)
  })
})

describe('on a real tour', () => {
  test('who holds a secret is the same as read from the memory of every moment', async () => {
    const trace = await played({ workflow: slugs.code })
    for (const life of journeysOf(secretsOf(trace.messages), trace.messages).values()) {
      const { secret } = life
      for (let k = 0; k <= trace.messages.length; k += 1)
        expect(new Set(handsAt(life, k))).toEqual(
          new Set(holdersIn(memoryAt(trace.messages, k))(secret)),
        )
    }
  })
})
