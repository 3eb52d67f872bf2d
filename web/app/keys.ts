import { arrowsOf } from '../../scenarios/projections/sequence.ts'
import type { DialogName, PlayerControl } from '../features/events.ts'
import { keyAction, type KeyAction } from '../features/help/keyboard.ts'
import type { PlaybackState } from '../player/playback-state.ts'
import type { Playback } from '../player/playback.ts'
import { speeds } from '../player/speeds.ts'
import type { LabCommand } from './command.ts'
import type { LabElement } from './lab-host.ts'
import type { LabState } from './state.ts'

const controls: Readonly<Record<PlayerControl, (player: Playback) => unknown>> = {
  toggle: (player) => player.toggle(),
  back: (player) => player.back(),
  forward: (player) => player.forward(),
  first: (player) => player.seek(0),
  last: (player) => player.seek(arrowsOf(player.state.run).length),
  'previous-chapter': (player) => player.chapter(-1),
  'next-chapter': (player) => player.chapter(1),
}

/** Does what a button or a key asks of the player. */
export const handleControl = (player: Playback, control: PlayerControl): void => {
  controls[control](player)
}

/** What is played, where keys may play it: the comparison has two runs and moves neither. */
const playbackOf = ({ run, route }: LabState): PlaybackState | null =>
  run.kind === 'open' && route.view !== 'compare' ? run.playback : null

const changeSpeed = (state: LabState, by: 1 | -1): LabCommand | null => {
  const speed = playbackOf(state)?.speed
  if (speed === undefined) return null
  return { type: 'set-speed', speed: speeds[speeds.indexOf(speed) + by] ?? speed }
}

/** Whether there is anything to leave: the tour, the comparison, a secret that is followed. */
const canLeave = ({ touring, route }: LabState): boolean =>
  touring || route.view === 'compare' || route.follow !== null

/** What a key asks of a lab as it stands; null when there is nothing to do. */
export const commandOf = (state: LabState, action: KeyAction): LabCommand | null => {
  const playback = playbackOf(state)
  const isOpen = state.run.kind === 'open'
  const opens = (dialog: DialogName): LabCommand => ({ type: 'open-dialog', dialog })
  switch (action.do) {
    case 'command':
      return playback && { type: 'control', control: action.command }
    case 'share':
      return (
        playback && {
          type: 'seek',
          to: Math.round(arrowsOf(playback.run).length * action.share),
        }
      )
    case 'faster':
      return changeSpeed(state, 1)
    case 'slower':
      return changeSpeed(state, -1)
    case 'fullscreen':
      return { type: 'toggle-fullscreen' }
    case 'list':
      return { type: 'set-picture', picture: state.picture === 'list' ? 'diagram' : 'list' }
    case 'theme':
      return { type: 'set-theme', theme: state.theme === 'dark' ? 'light' : 'dark' }
    case 'go':
      return isOpen ? opens('go') : null
    case 'find':
      return isOpen && state.route.view === 'play' ? opens('search') : null
    case 'help':
      return opens('help')
    case 'leave':
      return canLeave(state) ? { type: 'leave' } : null
  }
}

/** A dialog is open over the lab: what lies behind it is out of reach, for keys as well. */
const isBehindDialog = ({ shadowRoot }: LabElement): boolean =>
  [...(shadowRoot?.querySelectorAll('lab-help, lab-go, lab-share, lab-defend') ?? [])].some(
    (element) => element.shadowRoot?.querySelector('dialog')?.open === true,
  )

/** Whether a key that was pressed somewhere on the page is for this lab. */
const isFor = (host: LabElement, event: KeyboardEvent): boolean => {
  const { keys, shortcutsOn } = host.state
  const isInside = event.composedPath().includes(host)
  const isOurs = isInside || (keys === 'page' && shortcutsOn)
  return !event.defaultPrevented && isOurs && !isBehindDialog(host)
}

/** Lets a lab do what keys ask for, as long as it is on the page. */
export const handleKeys = (host: LabElement): void => {
  const pressed = (event: KeyboardEvent): void => {
    if (!isFor(host, event)) return
    const action = keyAction(event, host.state.keys === 'page' ? 'page' : 'focus')
    const command = action === null ? null : commandOf(host.state, action)
    if (command === null) return
    event.preventDefault()
    host.dispatch(command)
  }
  host.addController({
    hostConnected: () => document.addEventListener('keydown', pressed),
    hostDisconnected: () => document.removeEventListener('keydown', pressed),
  })
}
