import { page } from 'vitest/browser'
import { followTitle } from '../../web/app/document-title.ts'
import { followAddress } from '../../web/app/follow-address.ts'
import type { LoginLab } from '../../web/app/login-lab.ts'
import { defineElements } from '../../web/app/elements.ts'
import { until } from './player.ts'
import '../../web/ui/styles/page.css'

/** A whole page at an address, as a visitor has it. */
export interface Visit {
  readonly lab: LoginLab
  /** Leaves, and puts the address back to what the test runner needs. */
  readonly leave: () => void
}

/** Opens the page with these words after its path; runs happen in the page. */
export const openPage = async (
  words: string,
  {
    size = [1440, 900],
    greets = false,
  }: { size?: readonly [number, number]; greets?: boolean } = {},
): Promise<Visit> => {
  defineElements()
  await customElements.whenDefined('lab-diagram')
  await page.viewport(...size)
  const before = location.href
  history.replaceState(null, '', `${location.pathname}?run=page${words}`)
  const main = document.createElement('main')
  const lab = document.createElement('login-lab')
  lab.dispatch({ type: 'configure', options: { keys: 'page', greets } })
  followAddress(lab)
  followTitle(lab)
  main.append(lab)
  document.body.replaceChildren(main)
  await until(
    'the page is there',
    () =>
      lab.shadowRoot?.querySelector(
        'lab-start, lab-choose, lab-matrix, lab-clients, lab-compare, .stage, lab-not-found, .standalone[role=alert]',
      ) != null,
  )
  return {
    lab,
    leave: () => {
      document.body.replaceChildren()
      history.replaceState(null, '', before)
      delete document.documentElement.dataset['theme']
      localStorage.clear()
    },
  }
}
