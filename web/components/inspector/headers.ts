import { html } from 'lit'
import type { HeaderList } from '../../../scenarios/model/wire.ts'
import { row, rows, type Content, type Setting } from './rows.ts'

const cut = (pair: string): readonly [name: string, value: string] => {
  const equals = pair.indexOf('=')
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
}

/** The cookies of a Cookie header, or the cookie of a Set-Cookie with its attributes. */
const cookiesIn = (header: string, value: string, setting: Setting): Content => {
  const [first = '', ...rest] = value.split(/; ?/)
  const cookie = (pair: string): Content => row('cookie', ...cut(pair), setting)
  return rows(
    header === 'cookie'
      ? [first, ...rest].map(cookie)
      : [cookie(first), ...rest.map((attribute) => row('attribute', ...cut(attribute), setting))],
  )
}

/** Every header field, explained; cookies and their attributes one by one. */
export const headersOf = (headers: HeaderList, setting: Setting): Content => {
  const { message } = setting.words.ui
  const field = ([name, value]: HeaderList[number]): Content =>
    name === 'cookie' || name === 'set-cookie'
      ? row('header', name, '', setting, cookiesIn(name, value, setting))
      : row('header', name, value, setting)
  return html`<section>
    <h3>${message.headers}</h3>
    ${headers.length === 0 ? html`<p class="empty">${message.none}</p>` : rows(headers.map(field))}
  </section>`
}
