import { expect, test } from 'vitest'
import { openReader } from './reader.ts'
import type { Looked } from './suite.ts'

/** The frame without the script, at `/frame`. */
export const playsInFrame = ({ site, browser, own }: Looked): void => {
  test('shows the frame as high as it says, with the player in it', async () => {
    const { page, problems } = await openReader(browser())
    await page.goto(`${site().origin}/frame`)
    const frame = page.locator('iframe')
    await frame.contentFrame().locator('lab-recorded .scroller svg:not(.icon)').first().waitFor()
    expect((await frame.boundingBox())?.height).toBe(560)
    expect(problems.filter((one) => !own().includes(one))).toEqual([])
    await page.close()
  })
}
