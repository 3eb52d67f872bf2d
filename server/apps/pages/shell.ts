import { html, raw } from 'hono/html'
import { randomText } from '../../../scenarios/engine/random.ts'
import { clientSettingsOf } from '../client-settings.ts'
import type { AppContext } from '../context.ts'
import type { Csrf } from '../csrf.ts'
import type { ApplicationPorts, ApplicationSettings } from '../settings.ts'
import { createPageRenderer } from './layout.ts'

/** The origins that the script calls besides its own. */
const connectOriginsOf = ({ login, fusionauth }: ApplicationSettings): readonly string[] =>
  login === 'native-at-fusionauth' ? [new URL(fusionauth.baseUrl).origin] : []

/** JSON that cannot end the script element it stands in (HTML standard, script data state). */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * The single page of a single-page app: an empty layout, the settings of its script, and the script. A
 * nonce, new for each response, tells the browser which script is the application's own
 * (Content Security Policy Level 3 §7.1).
 */
export const createShell = (
  settings: ApplicationSettings,
  { random }: ApplicationPorts,
  csrf: Csrf,
) => {
  const render = createPageRenderer(settings, csrf)
  const embeddedSettings = inScript(clientSettingsOf(settings))
  const connectTo = connectOriginsOf(settings)
  return (c: AppContext): Response | Promise<Response> => {
    const nonce = randomText(random, 16)
    return render(c, 200, settings.title ?? settings.name, html``, {
      script: { nonce, connectTo },
      // oxfmt-ignore
      head: html`
            <script type="application/json" id="app">${raw(embeddedSettings)}</script>
            <script data-program="spa" nonce="${nonce}">/* The single-page app; its source is scenarios/client-apps/spa.ts. */</script>`,
    })
  }
}
