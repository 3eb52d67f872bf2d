import { html, nothing } from 'lit'
import { jarByHost, type JarEntry } from '../../../scenarios/projections/jars.ts'
import type { MemoryTable } from '../../../scenarios/projections/memory.ts'
import type { Cookie } from '../../../scenarios/model/cookie.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { Frame } from '../../player/frame.ts'
import { participantIcon } from '../../ui/icons.ts'
import { ending } from './instant.ts'
import { wireText, type Content } from './rows.ts'
import type { Wanted } from './verdicts.ts'

const sameSiteNames = { strict: 'Strict', lax: 'Lax', none: 'None' } as const

const flags = (cookie: Cookie, now: number, words: Words): readonly Content[] => {
  const { flags: said } = words.ui.cookies
  const plain = [
    ...(cookie.httpOnly ? ['HttpOnly'] : []),
    ...(cookie.secure ? ['Secure'] : []),
    cookie.sameSite === 'default'
      ? said.laxByDefault
      : said.sameSite(sameSiteNames[cookie.sameSite]),
    cookie.hostOnly ? said.hostOnly : said.andBelow(cookie.domain),
    ...(cookie.path === '/' ? [] : [`Path=${cookie.path}`]),
  ]
  const end =
    cookie.expiresAt === null ? html`${said.session}` : ending(cookie.expiresAt, now, words)
  return [...plain.map((flag) => html`${flag}`), end]
}

const former = ({ change }: JarEntry, frame: Frame, words: Words): Content =>
  change?.kind === 'changed' && change.what.includes('value')
    ? html`<p class="former">
        ${words.ui.cookies.before} <s>${wireText(change.before.value, frame)}</s>
      </p>`
    : nothing

const item = (entry: JarEntry, frame: Frame, words: Words): Content => {
  const { cookie, change } = entry
  const { cookies } = words.ui
  const news =
    change === null
      ? ''
      : change.kind === 'set'
        ? cookies.set
        : cookies.changed(change.what.map((aspect) => cookies.aspects[aspect]).join(', '))
  return html`<li class="entry ${change === null ? '' : 'is-fresh'}">
    <div class="top">
      <span class="name">${cookie.name}</span>
      <span class="mono">${wireText(cookie.value, frame)}</span>
      ${news === '' ? nothing : html`<span class="fresh-word">${news}</span>`}
    </div>
    ${former(entry, frame, words)}
    <div class="flags">
      ${flags(cookie, frame.now, words).map((flag) => html`<span class="badge">${flag}</span>`)}
    </div>
  </li>`
}

/** A jar after the message at the cursor, host by host. */
export const jarPart = (jar: MemoryTable, frame: Frame, wanted: Wanted, words: Words): Content => {
  const { cookies } = words.ui
  const hosts = jarByHost(jar, frame.message)
    .map(({ host, entries, gone }) => ({
      host,
      entries: entries.filter(({ cookie }) => wanted(cookie)),
      gone: gone.filter(wanted),
    }))
    .filter(({ entries, gone }) => entries.length + gone.length > 0)
  return html`<section>
    <h3>${participantIcon(jar.owner)}${cookies.jarTitle(jar.owner)}</h3>
    ${hosts.length === 0 ? html`<p class="empty">${cookies.none}</p>` : nothing}
    ${hosts.map(
      ({ host, entries, gone }) =>
        html`<h4>${host}</h4>
          <ul>
            ${entries.map((entry) => item(entry, frame, words))}
            ${gone.map(
              ({ name }) => html`<li class="entry is-gone"><s>${name}</s> ${cookies.deleted}</li>`,
            )}
          </ul>`,
    )}
  </section>`
}
