import { arrowsOf } from '../scenarios/projections/sequence.ts'
import type { LoginLab } from './components/login-lab.ts'
import { emit, type Command } from './events.ts'
import type { KeyAction, PageWish } from './keyboard.ts'
import { speeds, type Playback } from './playback.ts'

const total = (playback: Playback): number => arrowsOf(playback.state.run).length

const commands: Readonly<Record<Command, (playback: Playback) => unknown>> = {
  toggle: (playback) => playback.toggle(),
  back: (playback) => playback.back(),
  forward: (playback) => playback.forward(),
  first: (playback) => playback.seek(0),
  last: (playback) => playback.seek(total(playback)),
  'previous-chapter': (playback) => playback.chapter(-1),
  'next-chapter': (playback) => playback.chapter(1),
}

/** Does what a button or a key asks of the player. */
export const obey = (playback: Playback, command: Command): void => {
  commands[command](playback)
}

const changeSpeed = (playback: Playback, by: 1 | -1): void => {
  const next = speeds[speeds.indexOf(playback.state.speed) + by]
  if (next !== undefined) playback.setSpeed(next)
}

/** Does what a key asks of the player; false when it asks for something else. */
export const obeyKey = (playback: Playback, action: KeyAction): boolean => {
  if (action.do === 'command') obey(playback, action.command)
  else if (action.do === 'share') void playback.seek(Math.round(total(playback) * action.share))
  else if (action.do === 'faster') changeSpeed(playback, 1)
  else if (action.do === 'slower') changeSpeed(playback, -1)
  else return false
  return true
}

const onPage: Readonly<Record<PageWish, (lab: LoginLab) => unknown>> = {
  fullscreen: (lab) =>
    document.fullscreenElement === null ? lab.requestFullscreen() : document.exitFullscreen(),
  list: (lab) => emit(lab, 'lab-picture', lab.picture === 'list' ? 'diagram' : 'list'),
  theme: (lab) => emit(lab, 'lab-theme', lab.theme === 'dark' ? 'light' : 'dark'),
  go: (lab) => lab.showGo(),
  find: (lab) => lab.showSearch(),
  help: (lab) => lab.showHelp(),
  leave: (lab) => lab.leave(),
}

/** Does what a key asks of the page; false when there was nothing to do. */
export const obeyPageKey = (lab: LoginLab, { do: wish }: KeyAction): boolean =>
  wish in onPage && onPage[wish as PageWish](lab) !== false
