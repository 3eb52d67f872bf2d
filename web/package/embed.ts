/**
 * `login-lab/embed`: what was recorded, and a frame with the whole player on request. To import it does
 * nothing to a page; `define()` does.
 */
import { LoginLabEmbed as Embed } from '../embed/login-lab-embed.ts'
import type { LoginLabEmbedElement } from './types.ts'

export type { LoginLabEmbedElement } from './types.ts'

/** The class of `<login-lab-embed>`. It can be made after `define()`. */
export type LoginLabEmbed = LoginLabEmbedElement
export const LoginLabEmbed: new () => LoginLabEmbedElement = Embed

/** Makes `<login-lab-embed>` known to the page; twice does no harm. */
export const define = (): void => {
  // The small player is in the package: it comes from where the page's other scripts come from.
  Embed.loadPlayer = () => import('../recorded/index.ts')
  if (customElements.get('login-lab-embed') === undefined)
    customElements.define('login-lab-embed', Embed)
}
