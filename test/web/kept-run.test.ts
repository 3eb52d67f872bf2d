import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keep, type KeptRun, lastKey, readKept, runKeyOf } from '../../web/app/kept-run.ts'
import { read } from '../../web/router/read.ts'

/** A storage with room for so many characters. */
const createStorage = (room: number) => {
  const items = new Map<string, string>()
  return {
    getItem: (name: string) => items.get(name) ?? null,
    removeItem: (name: string) => void items.delete(name),
    setItem: (name: string, text: string) => {
      const others = [...items].filter(([other]) => other !== name)
      const size = others.reduce((sum, [, { length }]) => sum + length, text.length)
      if (size > room) throw new DOMException('', 'QuotaExceededError')
      items.set(name, text)
    },
    count: () => [...items.keys()].filter((name) => name.startsWith('login-lab.run.')).length,
  }
}

let storage = createStorage(1_000_000)
const use = (room: number): void => {
  storage = createStorage(room)
  vi.stubGlobal('sessionStorage', storage)
}
beforeEach(() => use(1_000_000))
afterEach(() => {
  vi.unstubAllGlobals()
})

const kept: KeptRun = {
  run: 'play',
  history: {
    branches: [{ parent: null, forkedAt: 0, inherited: 0, length: 2, events: [] }],
    branch: 'b1',
  },
  at: 2,
  step: null,
  names: { b2: 'Typo' },
  answers: { 'b2:x': true },
  predicting: true,
  dialog: 'share',
}

const large = (size: number): KeptRun => ({ ...kept, names: { b1: 'x'.repeat(size) } })

describe('What a tab keeps of its runs', () => {
  test('is there again under its key, and under no other', () => {
    keep('one', kept)
    expect(readKept('one')).toEqual(kept)
    expect(readKept('two')).toBeNull()
    expect(lastKey()).toBe('one')
  })

  test('is the twenty that were kept last', () => {
    for (let n = 1; n <= 25; n += 1) keep(`k${n}`, kept)
    expect(storage.count()).toBe(20)
    expect(readKept('k5')).toBeNull()
    expect(readKept('k6')).toEqual(kept)
  })

  test('makes room for the newest where the storage is full', () => {
    use(10_000)
    for (let n = 1; n <= 6; n += 1) keep(`k${n}`, large(3_000))
    expect(readKept('k6')).toEqual(large(3_000))
    expect(readKept('k1')).toBeNull()
  })

  test('is nothing where there is no room at all, and nobody is disturbed', () => {
    use(100)
    keep('one', kept)
    expect(readKept('one')).toBeNull()
  })

  test('is nothing of a run that has become too large', () => {
    keep('one', kept)
    keep('one', large(200_000))
    expect(readKept('one')).toBeNull()
  })

  test.each(['', 'null', '[]', '{}', '{"run":1}', '{"run":"play","at":2,"names":[],"answers":{}}'])(
    'is nothing where something else stands in its place: %j',
    (text) => {
      storage.setItem('login-lab.run.one', text)
      expect(readKept('one')).toBeNull()
    },
  )
})

describe('The run that an address is about', () => {
  const keyOf = (words: string): string =>
    runKeyOf(read(new URL(words, 'https://lab.example/')).route)
  const slug = 'webapp/oauth-authorization-code-grant-sessions'

  test('is the same at another of its messages, and in another order of its defences', () => {
    const one = keyOf(`?workflow=${slug}&defence=secure=false&defence=same-site=lax#step=2`)
    expect(keyOf(`?workflow=${slug}&defence=same-site=lax&defence=secure=false`)).toBe(one)
  })

  test.each(['&lesson=outage', '&seed=7', '&profile=hardened', '&defence=secure=false'])(
    'is another one with %s',
    (words) => {
      expect(keyOf(`?workflow=${slug}${words}`)).not.toBe(keyOf(`?workflow=${slug}`))
    },
  )
})
