import { html, nothing, type TemplateResult } from 'lit'
import { cookieIn } from '../../../scenarios/projections/memory.ts'
import type { Screen } from '../../../scenarios/projections/screen.ts'
import type { AgentName } from '../../../scenarios/model/participant.ts'
import type { Frame } from '../../player/frame.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'

/** Whose address bar it is, and what its buttons do. */
export interface AddressBar {
  readonly agent: AgentName
  /** Tells what the lock means. */
  readonly explain: (text: string) => void
  readonly showCookies: () => void
}

/** The cookies that a browser would send to a host now. */
const cookiesFor = (agent: AgentName, hostname: string, { tables, now }: Frame) =>
  tables
    .filter(({ where }) => where === `${agent}.jar`)
    .flatMap(({ entries }) => entries.map(cookieIn))
    .filter((cookie) => cookie !== null)
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    .filter(
      ({ domain, hostOnly }) =>
        domain === hostname || (!hostOnly && hostname.endsWith(`.${domain}`)),
    )

/** The address bar of an agent's browser: the lock, where the page is from, and its cookies. */
export const addressBar = (
  { agent, explain, showCookies }: AddressBar,
  screen: Screen | null,
  frame: Frame,
  { ui: { screen: words } }: Words,
): TemplateResult => {
  if (agent === 'Mobile')
    return html`<span class="address"><span class="url">${words.app}</span></span>`
  if (screen === null)
    return html`<span class="address"><span class="url">about:blank</span></span>`
  const url = new URL(screen.url)
  const isSecure = url.protocol === 'https:'
  const { hostname } = url
  const cookies = cookiesFor(agent, hostname, frame)
  const rest = `${url.pathname}${url.search}`
  return html`<span class="address">
      <button
        type="button"
        class="lock ${isSecure ? '' : 'is-open'}"
        aria-label=${isSecure ? words.secure : words.insecure}
        title=${isSecure ? words.secureMeans : words.insecureMeans}
        @click=${() => explain(isSecure ? words.secureMeans : words.insecureMeans)}
      >
        ${icon(isSecure ? 'lock' : 'unlocked')}
      </button>
      <span class="url" title=${screen.url}
        ><span class="unseen">${words.address}: </span
        >${isSecure ? '' : 'http://'}<b>${url.host}</b>${rest === '/' ? '' : rest}</span
      >
    </span>
    ${
      screen.status === 200
        ? nothing
        : html`<span class="status">${words.status(screen.status)}</span>`
    }
    <button
      type="button"
      class="badge"
      title="${words.cookies(cookies.length)} ${words.cookiesOf(hostname)}"
      @click=${showCookies}
    >
      ${icon('cookie')}${cookies.length}<span class="unseen"
        >: ${words.cookies(cookies.length)} ${words.cookiesOf(hostname)}</span
      >
    </button>`
}
