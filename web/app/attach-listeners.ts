import { on, type LabEvents } from '../features/events.ts'
import type { LabCommand } from './command.ts'
import type { LabElement } from './lab-host.ts'

/** What an element inside a lab tells, as a command to the lab. */
const commands: {
  readonly [Type in Exclude<keyof LabEvents, 'lab-step'>]: (
    detail: LabEvents[Type],
    host: LabElement,
  ) => LabCommand
} = {
  'lab-send': (event) => ({ type: 'send', event }),
  'lab-seek': (to) => ({ type: 'seek', to }),
  'lab-command': (control) => ({ type: 'control', control }),
  'lab-speed': (speed) => ({ type: 'set-speed', speed }),
  'lab-follow': (name) => ({ type: 'follow', name }),
  'lab-found': (found) => ({ type: 'find', found }),
  'lab-branch': (branch) => ({ type: 'switch-branch', branch }),
  'lab-picture': (picture) => ({ type: 'set-picture', picture }),
  'lab-picture-failed': (reason, { state }) => ({
    type: 'diagram-failed',
    notice: state.words.ui.lab.noDiagram(reason),
  }),
  'lab-picture-drawn': () => ({ type: 'diagram-drawn' }),
  'lab-go': (step) => ({ type: 'go-to', step }),
  'lab-layer': (layer) => ({ type: 'set-layer', layer }),
  'lab-theme': (theme) => ({ type: 'set-theme', theme }),
  'lab-language': (language) => ({ type: 'set-language', language }),
  'lab-view': (view) => ({ type: 'set-view', view }),
  'lab-compare': (other) => ({ type: 'compare', other }),
  'lab-visit': ({ branch, step }) => ({ type: 'visit-branch', branch, step }),
  'lab-branch-name': ({ branch, name }) => ({ type: 'name-branch', branch, name }),
  'lab-predict': (isOn) => ({ type: 'predict', on: isOn }),
  'lab-tour': () => ({ type: 'show-tour', isAsked: true }),
  'lab-share': () => ({ type: 'open-dialog', dialog: 'share' }),
  'lab-defend': () => ({ type: 'open-dialog', dialog: 'defend' }),
  'lab-defences': ({ lesson, defences }) => ({ type: 'play-defences', lesson, defences }),
  'lab-asks': (asks) => ({ type: 'ask', asks }),
  'lab-cell': (cell) => ({ type: 'look-at-cell', cell }),
  'lab-help': () => ({ type: 'open-dialog', dialog: 'help' }),
  'lab-dialog': ({ dialog, isOpen }) => ({ type: 'dialog-changed', dialog, isOpen }),
  'lab-profile': (profile) => ({ type: 'set-profile', profile }),
  'lab-save': () => ({ type: 'save-trace' }),
  'lab-file': (file) => ({ type: 'open-file', file }),
  'lab-shortcuts': (isOn) => ({ type: 'set-shortcuts', on: isOn }),
}

/** Turns what the elements inside a lab tell, and a file that is dropped on it, into commands. */
export const attachListeners = (host: LabElement): void => {
  for (const type of Object.keys(commands) as (keyof typeof commands)[]) {
    const commandOf = commands[type] as (detail: unknown, of: LabElement) => LabCommand
    on(host, type, (detail) => host.dispatch(commandOf(detail, host)))
  }
  host.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  })
  host.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    event.preventDefault()
    host.dispatch({ type: 'open-file', file })
  })
}
