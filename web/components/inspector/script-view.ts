import { html, nothing } from 'lit'
import { documentCookie } from '../../../scenarios/projections/document-cookie.ts'
import { cookieIn, type MemoryTable } from '../../../scenarios/projections/memory.ts'
import { screenAt } from '../../../scenarios/projections/screen.ts'
import type { AgentName } from '../../../scenarios/model/participant.ts'
import type { Moment } from '../../moment.ts'
import type { Words } from '../../words/catalogue.ts'
import { participantIcon } from '../icons.ts'
import { wireText, type Content } from './rows.ts'
import { sourceLink } from './term.ts'

/** What a script of the page that an agent shows would read from `document.cookie`, and why. */
export const scriptPart = (jar: MemoryTable, moment: Moment, words: Words): Content => {
  const { cookies: said } = words.ui
  const screen = screenAt(moment.run.trace.messages, jar.owner as AgentName, moment.cursor)
  const jarCookies = jar.entries.flatMap((entry) => cookieIn(entry) ?? [])
  const view = screen === null ? null : documentCookie(jarCookies, screen.url, moment.now)
  return html`<section>
    <h3>${participantIcon(jar.owner)}${said.scriptTitle(jar.owner)}</h3>
    ${
      screen === null || view === null
        ? html`<p class="empty">${said.noPage}</p>`
        : html`<p class="quiet">${URL.parse(screen.url)?.host}</p>
            <p>${said.scriptPage}</p>
            <code class="script">"${wireText(view.text, moment)}"</code>
            ${
              view.hidden.length === 0
                ? nothing
                : html`<p>${said.leftOut}</p>
                    <ul>
                      ${view.hidden.map(
                        ({ cookie, because }) =>
                          html`<li>
                            <span class="name">${cookie.name}</span>
                            <span class="quiet">${said.hidden[because]}</span>
                          </li>`,
                      )}
                    </ul>`
            }
            ${view.elsewhere === 0 ? nothing : html`<p>${said.elsewhere(view.elsewhere)}</p>`}
            ${sourceLink('RFC 10025 §5.8.3', words)}`
    }
  </section>`
}
