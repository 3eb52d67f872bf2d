import type { LoginLab } from './components/login-lab.ts'
import { keyAction } from './keyboard.ts'
import { obeyKey, obeyPageKey } from './obey.ts'
import type { Playback } from './playback.ts'

/** Whether a key that was pressed somewhere on the page is for this lab. */
const isFor = (lab: LoginLab, event: KeyboardEvent): boolean => {
  const isInside = event.composedPath().includes(lab)
  const isOurs = isInside || (lab.keys === 'page' && lab.shortcutsOn)
  const isModal = lab.renderRoot.querySelector('lab-help, lab-go')?.matches(':focus-within')
  return !event.defaultPrevented && isOurs && isModal !== true
}

/** Lets a lab do what keys ask for, as long as it is on the page. */
export const obeyKeys = (lab: LoginLab, playback: () => Playback | null): void => {
  const pressed = (event: KeyboardEvent): void => {
    if (!isFor(lab, event)) return
    const action = keyAction(event, lab.keys === 'page' ? 'page' : 'focus')
    if (action === null) return
    const player = lab.view === 'compare' ? null : playback()
    const isDone = (player !== null && obeyKey(player, action)) || obeyPageKey(lab, action)
    if (isDone) event.preventDefault()
  }
  lab.addController({
    hostConnected: () => document.addEventListener('keydown', pressed),
    hostDisconnected: () => document.removeEventListener('keydown', pressed),
  })
}
