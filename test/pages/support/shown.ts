import type { Page } from 'playwright-core'
import type { RunState } from '../../../scenarios/model/run.ts'

/** What a learner would miss if it were not there any more. */
export interface Shown {
  readonly message: number
  readonly branch: string
  readonly branches: RunState['branches']
  /** Ids and times of all messages of the branch that is shown. */
  readonly messages: readonly string[]
  /** How many arrows are still to come. */
  readonly planned: number
  readonly place: string
}

interface Lab extends HTMLElement {
  readonly currentStep: number
  readonly state: {
    readonly run: {
      readonly kind: string
      readonly place: string
      readonly playback: { readonly run: RunState }
    }
  }
}

/** What a page shows of its run, once it has one. */
export const shownIn = async (page: Page): Promise<Shown> => {
  await page.locator('lab-controls').waitFor()
  return page.evaluate(() => {
    const { currentStep, state } = document.querySelector('login-lab') as unknown as Lab
    const { place, playback } = state.run
    const { branch, branches, trace, plan } = playback.run
    const messages = trace.messages.map(({ id, at }) => `${id} ${at}`)
    return { message: currentStep, branch, branches, messages, planned: plan.length, place }
  })
}

/** Tells the lab something, as an element in it would. */
export const say = (page: Page, type: string, detail: unknown = null): Promise<unknown> =>
  page.evaluate(
    ([name, value]) =>
      document
        .querySelector('login-lab')
        ?.dispatchEvent(new CustomEvent(name as string, { detail: value })),
    [type, detail],
  )

/** Does something at a message of the branch that is shown, and waits for the branch that comes of it. */
export const branchOff = async (page: Page, at: number, event: object): Promise<void> => {
  await page.evaluate(async (to) => {
    await document.querySelector('login-lab')?.seek(to)
  }, at)
  const { branches } = await shownIn(page)
  await say(page, 'lab-send', event)
  await page.waitForFunction((count) => {
    const { state } = document.querySelector('login-lab') as unknown as Lab
    return state.run.playback.run.branches.length > count
  }, branches.length)
}

/** Goes to another branch, and waits until it is shown. */
export const goToBranch = async (page: Page, branch: string): Promise<void> => {
  await say(page, 'lab-branch', branch)
  await page.waitForFunction((id) => {
    const { state } = document.querySelector('login-lab') as unknown as Lab
    return state.run.playback.run.branch === id
  }, branch)
}
