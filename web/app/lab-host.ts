import type { ReactiveControllerHost } from 'lit'
import type { LabCommand } from './command.ts'
import type { LabState } from './state.ts'

/** All that anybody needs of a lab: what it knows and shows, and a way to ask it for something. */
export interface LabHost {
  readonly state: LabState
  readonly dispatch: (command: LabCommand) => void
}

/** A lab as an element, for helpers that keep pace with what it draws or move the focus in it. */
export type LabElement = LabHost & ReactiveControllerHost & HTMLElement

/** Hears of every command, once the state is what it made of it. */
export type LabObserver = (command: LabCommand, before: LabState) => void

/** A lab that tells what becomes of it: for the page that it is on. */
export interface ObservableLab extends LabElement {
  observe(observer: LabObserver): void
}

export type { LabCommand, LabState }
