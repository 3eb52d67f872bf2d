/** `login-lab`: the player. To import it does nothing to a page; `define()` does. */
import { defineElements } from '../app/elements.ts'
import { LoginLab as Player } from '../app/login-lab.ts'
import type { LoginLabElement } from './types.ts'

export type { LoginLabElement, LoginLabEventMap, MediaState, SeekTarget } from './types.ts'

/** The class of `<login-lab>`. It can be made after `define()`. */
export type LoginLab = LoginLabElement
export const LoginLab: new () => LoginLabElement = Player

/** Makes `<login-lab>`, and the elements that it is made of (`lab-…`), known to the page; twice does no harm. */
export const define = (): void => defineElements()
