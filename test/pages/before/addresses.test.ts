import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, startLab, type Served } from '../support/lab.ts'
import { addresses, shownAt, type Shown } from './shown.ts'

/** Whole tours are played, on a machine that may be busy. */
const patience = { timeout: 120_000 }

const before = JSON.parse(readFileSync(new URL('shown.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Shown>
>

let browser: Browser
let lab: Served

beforeAll(async () => {
  browser = await launch()
  lab = await startLab()
})

afterAll(async () => {
  await browser.close()
  await lab.stop()
})

describe('an address that somebody has kept shows what it showed', () => {
  test.each(addresses)('%s', patience, async (address) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    })
    const page = await context.newPage()
    try {
      expect(await shownAt(page, new URL(address, lab.url))).toEqual(before[address])
    } finally {
      await context.close()
    }
  })

  test('and the fixture has each of them, and no other', () => {
    expect(Object.keys(before).toSorted()).toEqual([...addresses].toSorted())
    for (const { texts } of Object.values(before)) expect(texts.length).toBeGreaterThan(20)
  })
})
