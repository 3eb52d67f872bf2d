import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyOf, type Copy } from '../mutations/copy.ts'
import { additions } from './additions.ts'

/** What play.ts saw in the copy. */
interface Seen {
  readonly lesson: { readonly events: number; readonly titles: readonly string[] }
  readonly event: {
    readonly offered: boolean
    readonly before: string
    readonly result: boolean
    readonly titles: readonly string[]
    readonly word: string
    readonly dividers: readonly string[]
  }
  readonly attack: {
    readonly outcome: unknown
    readonly titles: readonly string[]
    readonly parsed: boolean
  }
  readonly defence: { readonly told: unknown; readonly titles: readonly string[] }
}

const checkout = fileURLToPath(new URL('../..', import.meta.url))
let copy: Copy
let seen: Seen

const inCopy = (...words: readonly string[]): string =>
  execFileSync(process.execPath, words, { cwd: copy.root, encoding: 'utf8' })

beforeAll(() => {
  copy = copyOf(checkout)
  for (const { file, before, add } of Object.values(additions).flat()) {
    const path = join(copy.root, file)
    const text = readFileSync(path, 'utf8')
    const parts = text.split(before)
    if (parts.length !== 2) throw new Error(`${file} has not one ${before}`)
    writeFileSync(path, parts.join(`${add}${before}`))
  }
  seen = JSON.parse(inCopy('test/added/play.ts')) as Seen
})

afterAll(() => copy.remove())

describe('one of each, added to a copy of the checkout', () => {
  test.each(['scenarios', 'server', 'server/node', 'web'])('compiles in %s', (room) => {
    expect(inCopy('node_modules/typescript/bin/tsc', '-p', room)).toBe('')
  })

  const filesOf = (kind: keyof typeof additions): number =>
    new Set(additions[kind].map(({ file }) => file)).size

  test.each(['lesson', 'defence', 'event'] as const)(
    'touches three files at most: a new %s',
    (kind) => {
      expect(filesOf(kind)).toBeLessThanOrEqual(3)
    },
  )

  // Pages know attacks by name before they load what these do, so the name stands by itself.
  test('touches four files at most: a new attack', () => {
    expect(filesOf('attack')).toBeLessThanOrEqual(4)
  })

  test('the lesson is played to its end, and has a title in both languages', () => {
    expect(seen.lesson.events).toBe(4)
    expect(seen.lesson.titles).toEqual(['There and gone', 'Llegar y salir'])
  })

  test('the event is refused with a reason before it can happen, and offered when it can', () => {
    expect(seen.event).toMatchObject({ before: 'choice.nothing-to-revoke', offered: true })
  })

  test('the event happens, and stands in links and in both languages', () => {
    expect(seen.event).toMatchObject({
      result: true,
      word: 'sweep',
      titles: ['Sweep', 'Barrer'],
      dividers: ['refresh-token-revoked'],
    })
  })

  test('the attack comes off, the API takes it, and it has a name in both languages', () => {
    expect(seen.attack).toMatchObject({
      parsed: true,
      outcome: { id: 'attack.left-open', holds: true },
      titles: ['Nobody logged out', 'Nadie cerró la sesión'],
    })
  })

  test('the defence is set, told by the trace, and has a name in both languages', () => {
    expect(seen.defence).toEqual({
      told: { 'spare-switch': true },
      titles: ['Spare switch', 'Interruptor de reserva'],
    })
  })
})
