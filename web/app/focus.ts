import { remember, remembered } from '../ui/remember.ts'
import type { LabElement } from './lab-host.ts'
import { loadElement } from './load-element.ts'

/** Gives the focus to the transport bar. */
export const focusPlayer = ({ shadowRoot }: LabElement): void =>
  shadowRoot?.querySelector('lab-controls')?.focus()

/** Takes the focus along when what has it goes away: from the comparison to the play button. */
export const keepFocus = (host: LabElement): void => {
  if (host.shadowRoot?.activeElement?.localName !== 'lab-compare') return
  void (async () => {
    await host.updateComplete
    const controls = host.shadowRoot?.querySelector('lab-controls')
    await controls?.updateComplete
    controls?.shadowRoot?.querySelector<HTMLElement>('.play')?.focus()
  })()
}

const seenKey = 'login-lab.tour'

/** Whether nobody was shown around in this browser yet; from now on somebody was. */
const isNewcomer = (): boolean => {
  if (remembered(seenKey) !== null) return false
  remember(seenKey, 'seen')
  return true
}

/** Shows people around a lab: newcomers once, and whoever asks, with the keyboard on the tour. */
export const showTour = async (host: LabElement, isAsked: boolean): Promise<void> => {
  if (host.state.run.kind !== 'open' || !(isAsked || isNewcomer())) return
  try {
    await loadElement('lab-tour')
  } catch {
    if (isAsked) host.dispatch({ type: 'part-missing' })
    return
  }
  host.dispatch({ type: 'tour', on: true })
  await host.updateComplete
  if (isAsked) host.shadowRoot?.querySelector('lab-tour')?.focus()
}
