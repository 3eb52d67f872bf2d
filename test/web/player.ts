import { page } from 'vitest/browser'
import type { Run } from '../../scenarios/model/run.ts'
import type { LoginLab } from '../../web/app/login-lab.ts'
import { defineElements } from '../../web/app/elements.ts'
import type { OpenRun } from '../../web/player/run/status.ts'
import { openRun } from '../../server/run.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import '../../web/ui/styles/page.css'

/** Opens nothing: hands out a run that is there already. */
export const handing =
  (run: Run): OpenRun =>
  async () => ({ run, place: 'page' })

/**
 * Opens a run of the real engine beside the player. A Worker of its own, as `openInPage` has it, loads
 * every module of the engine again: that is for tests that ask about the Worker.
 */
export const openHere: OpenRun = async (options) => ({ run: await openRun(options), place: 'page' })

/** Looks into shadow roots: the first element of each selector inside the one before. */
export const find = (root: Element, ...path: readonly string[]): HTMLElement => {
  let here: Element = root
  for (const selector of path) {
    const next: Element | null = (here.shadowRoot ?? here).querySelector(selector)
    if (next === null) throw new Error(`nothing matches ${selector} in <${here.localName}>`)
    here = next
  }
  return here as HTMLElement
}

/** Waits until something holds; says what it was waiting for when it never does. */
export const until = async (what: string, holds: () => boolean, patience = 60_000) => {
  const end = performance.now() + patience
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export interface Player {
  readonly lab: LoginLab
  /** Number of the message that is shown, as the transport bar says it. */
  readonly cursor: () => number
  readonly drawn: () => Promise<void>
}

/** Puts a player on the page, alone, and waits until its run is open. */
export const openPlayer = async (
  set: Partial<Pick<LoginLab, 'openRun' | 'workflow' | 'step' | 'keys' | 'layer'>> = {},
  [width, height]: readonly [number, number] = [1440, 900],
): Promise<Player> => {
  defineElements()
  await customElements.whenDefined('lab-diagram')
  await page.viewport(width, height)
  document.body.replaceChildren()
  const main = document.createElement('main')
  const lab = document.createElement('login-lab')
  document.documentElement.lang = 'en'
  document.title = 'Login Lab'
  Object.assign(lab, { keys: 'page', openRun: handing(fixtureRun()), ...set })
  main.append(lab)
  document.body.append(main)
  await until(
    'the player is there',
    () =>
      lab.shadowRoot?.querySelector('.stage, lab-not-found, lab-start, .standalone[role=alert]') !=
      null,
  )
  return {
    lab,
    cursor: () => Number(find(lab, 'lab-controls', '.count b').textContent),
    drawn: () =>
      until(
        'the diagram is drawn',
        () => find(lab, 'lab-diagram').shadowRoot?.querySelector('.step') != null,
      ),
  }
}
