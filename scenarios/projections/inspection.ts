import type { HttpPart, Message } from '../model/trace.ts'
import type { HeaderList, Json } from '../model/wire.ts'
import { parseJson } from '../model/json.ts'
import { headerOf } from '../engine/wire.ts'

/** What the body of a message is, by its Content-Type and shape. */
export type BodyKind = 'none' | 'html' | 'json' | 'form' | 'text'

/** A named value that the message carries. */
export interface Parameter {
  readonly source: 'query' | 'form' | 'json' | 'location'
  readonly name: string
  readonly value: string
}

/** A message laid out for reading. */
export interface Inspection {
  /** First line as on the wire (HTTP/1.1 form), e.g. `POST /oauth2/token HTTP/1.1`. */
  readonly line: string
  readonly host: string
  readonly parameters: readonly Parameter[]
  readonly headers: HeaderList
  readonly bodyKind: BodyKind
  /** The body as sent; JSON indented for reading. */
  readonly body: string
  /** The whole message as sent, byte for byte but for the line ends. */
  readonly raw: string
}

const leaves = (value: Json, path: string): Parameter[] => {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves(inner, path === '' ? key : `${path}.${key}`),
    )
  }
  return [{ source: 'json', name: path, value: typeof value === 'string' ? value : String(value) }]
}

const pairs = (source: Parameter['source'], search: URLSearchParams): Parameter[] =>
  [...search].map(([name, value]) => ({ source, name, value }))

const kindOf = (http: HttpPart): BodyKind => {
  if (http.body === '') return 'none'
  const type = headerOf(http.headers, 'content-type')?.toLowerCase() ?? ''
  if (type.includes('html')) return 'html'
  if (type.includes('x-www-form-urlencoded')) return 'form'
  if (type.includes('json')) return parseJson(http.body) === undefined ? 'text' : 'json'
  return 'text'
}

const bodyParameters = (http: HttpPart, kind: BodyKind): Parameter[] => {
  if (kind === 'form') return pairs('form', new URLSearchParams(http.body))
  const json = kind === 'json' ? parseJson(http.body) : undefined
  return json === undefined ? [] : leaves(json, '')
}

const locationParameters = (http: HttpPart): Parameter[] => {
  const location = headerOf(http.headers, 'location')
  const target = location === null ? null : URL.parse(location, http.url)
  return target === null ? [] : pairs('location', target.searchParams)
}

/** Lays a message out for reading; null for one that crossed no wire. */
export const inspect = (message: Message): Inspection | null => {
  const { http } = message
  if (http === null) return null
  const url = URL.parse(http.url)
  const target = url === null ? http.url : url.pathname + url.search
  const line =
    http.method === null ? `HTTP/1.1 ${http.status ?? ''}` : `${http.method} ${target} HTTP/1.1`
  const kind = kindOf(http)
  const query = http.method === null || url === null ? [] : pairs('query', url.searchParams)
  const fields = http.headers.map(([name, value]) => `${name}: ${value}`)
  return {
    line,
    host: url?.host ?? '',
    parameters: [...query, ...locationParameters(http), ...bodyParameters(http, kind)],
    headers: http.headers,
    bodyKind: kind,
    body: kind === 'json' ? JSON.stringify(parseJson(http.body), null, 2) : http.body,
    raw: [line, ...fields, '', http.body].join('\n'),
  }
}
