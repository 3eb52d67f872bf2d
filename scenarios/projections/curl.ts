import type { HttpPart, Message } from '../model/trace.ts'

/** What the recorder writes in place of a secret that is real (see `engine/redactor.ts`). */
const redacted = '•••'

/** What is shown where a redacted value has to be put in by hand. */
const placeholder = (name: string): string => `<your ${name}>`

/** One word of a POSIX shell, whatever is in it (POSIX.1-2024, Shell Command Language §2.2.2). */
export const quoted = (text: string): string =>
  /^[\w@%+:,./=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The name that stands before a redacted value: `client_secret=•••`, `"password":"•••"`. */
const named = /([\w.[\]-]+)("?\s*[=:]\s*"?)•••/g

const open = (text: string): string =>
  text
    .replaceAll(named, (_, name: string, between: string) => name + between + placeholder(name))
    .replaceAll(redacted, placeholder('secret'))

/** A header as curl wants it: one without a value ends in a semicolon instead of a colon. */
const header = ([name, value]: HttpPart['headers'][number]): string => {
  if (value === '') return `${name};`
  const shown = value.includes(redacted) ? value.replaceAll(redacted, placeholder(name)) : value
  return `${name}: ${shown}`
}

/** What curl takes from the address, counts by itself, or opens by itself. */
const curlsOwn = new Set(['host', 'content-length', 'connection', 'transfer-encoding'])

const methodOf = (method: string, body: string): readonly string[] => {
  if (method === 'HEAD') return ['--head']
  return method === (body === '' ? 'GET' : 'POST') ? [] : [`--request ${quoted(method)}`]
}

/** curl would add a Content-Type of its own to a body that had none. */
const bodyOf = ({ headers, body }: HttpPart): readonly string[] => {
  if (body === '') return []
  const isTyped = headers.some(([name]) => name === 'content-type')
  return [
    ...(isTyped ? [] : [`--header 'content-type:'`]),
    `--data-raw ${quoted(body.includes(redacted) ? open(body) : body)}`,
  ]
}

/**
 * A request as a cURL command for a POSIX shell: the same method, address, header fields in order
 * and body. It follows no redirect and keeps no cookies, so it asks once, like the message. Values
 * that were redacted are placeholders such as `<your client_secret>`. Null for what is no request.
 */
export const curlOf = ({ kind, http }: Message): string | null => {
  if (kind !== 'request' || http === null || http.method === null) return null
  const { method, url, headers, body } = http
  const parts = [
    `curl ${quoted(url.includes(redacted) ? open(url) : url)}`,
    '--globoff',
    '--path-as-is',
    ...methodOf(method, body),
    ...headers
      .filter(([name]) => !curlsOwn.has(name))
      .map((field) => `--header ${quoted(header(field))}`),
    ...bodyOf(http),
  ]
  return parts.join(' \\\n  ')
}
