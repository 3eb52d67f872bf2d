/** `login-lab/embed`: the frame with a player in it. To import it does nothing to a page; `define()` does. */
import { LoginLabEmbed } from '../embed/login-lab-embed.ts'

export { LoginLabEmbed }

/** Makes `<login-lab-embed>` known to the page; twice does no harm. */
export const define = (): void => {
  if (customElements.get('login-lab-embed') === undefined)
    customElements.define('login-lab-embed', LoginLabEmbed)
}
