import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cases } from './chromium/cases.ts'
import { differences } from './chromium/differences.ts'
import { actOut } from './chromium/ours.ts'
import type { Setting } from './chromium/script.ts'
import { type Chromium, startChromium } from './chromium/theirs.ts'

/**
 * The same script in a real Chromium and in our jar: what every request carried, what a script
 * saw at the end, and what was kept. The servers are real, on loopback; all hosts lead to them.
 */

const patience = 60_000

let open: Chromium
let blocking: Chromium
let hurried: Chromium

beforeAll(async () => {
  ;[open, blocking, hurried] = await Promise.all([
    startChromium({}),
    startChromium({ blockThirdParty: true }),
    startChromium({ shortWindow: true }),
  ])
}, patience)

afterAll(async () => {
  await Promise.all([open.close(), blocking.close(), hurried.close()])
}, patience)

const browserFor = ({ blockThirdParty, shortWindow }: Setting): Chromium =>
  shortWindow === true ? hurried : blockThirdParty === true ? blocking : open

describe('Chromium and our jar agree when', () => {
  test.each(cases.map((script) => [script.title, script] as const))(
    '%s',
    async (title, script) => {
      const theirs = await browserFor(script).actOut(script)
      const ours = actOut(script, Date.now())
      const difference = differences.find((each) => each.title === title)
      if (difference === undefined) expect(ours).toEqual(theirs)
      else {
        expect(theirs).toMatchObject(difference.chromium)
        expect(ours).not.toMatchObject(difference.chromium)
      }
    },
    patience,
  )
})

test('every listed difference belongs to a case, and no case has two titles', () => {
  const titles = cases.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  expect(differences.filter(({ title }) => !titles.includes(title))).toEqual([])
})
