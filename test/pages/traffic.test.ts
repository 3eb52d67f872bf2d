import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playTour, type ToldTour } from './support/conversation.ts'
import { launch, startLab, type Served } from './support/lab.ts'

describe('a tour that a page plays on the server', () => {
  let browser: Browser
  let lab: Served
  let tour: ToldTour
  beforeAll(async () => {
    browser = await launch()
    lab = await startLab()
    tour = await playTour(browser, lab.url)
  })
  afterAll(async () => {
    await browser.close()
    await lab.stop()
  })

  test('has 74 messages', () => {
    expect(tour.messages).toBe(74)
  })

  test('costs at most half the bytes of its trace on the wire, packed as it travels', () => {
    expect(tour.told).toBeGreaterThan(tour.trace / 10)
    expect(tour.told / tour.trace).toBeLessThanOrEqual(0.5)
  })
})
