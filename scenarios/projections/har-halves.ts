import { reasonOf } from '../engine/label.ts'
import { headerOf, headerValues } from '../engine/wire.ts'
import type { HttpPart, Message } from '../model/trace.ts'
import type { HeaderList } from '../model/wire.ts'
import { requestCookies, responseCookies } from './har-cookies.ts'
import type { HarRequest, HarResponse, NameValue } from './har-format.ts'

const encoder = new TextEncoder()
const octets = (text: string): number => encoder.encode(text).length

const pairs = (list: Iterable<readonly [string, string]>): NameValue[] =>
  [...list].map(([name, value]) => ({ name, value }))

/** Octets of a message's head in HTTP/1.1 form, the empty line included. */
const headOctets = (line: string, headers: HeaderList): number =>
  octets([line, ...headers.map((field) => field.join(': ')), '', ''].join('\r\n'))

const postDataOf = ({ headers, body }: HttpPart): HarRequest['postData'] => {
  if (body === '') return undefined
  const mimeType = headerOf(headers, 'content-type') ?? ''
  const isForm = mimeType.toLowerCase().includes('x-www-form-urlencoded')
  return { mimeType, params: isForm ? pairs(new URLSearchParams(body)) : [], text: body }
}

/** The request of an entry. */
export const requestOf = (message: Message, http: HttpPart): HarRequest => {
  const url = URL.parse(http.url)
  const method = http.method ?? ''
  const postData = postDataOf(http)
  return {
    method,
    url: http.url,
    httpVersion: 'HTTP/1.1',
    cookies: requestCookies(http.headers, message.cookies),
    headers: pairs(http.headers),
    queryString: pairs(url?.searchParams ?? []),
    ...(postData !== undefined && { postData }),
    headersSize: headOctets(
      `${method} ${url === null ? http.url : url.pathname + url.search} HTTP/1.1`,
      http.headers,
    ),
    bodySize: octets(http.body),
  }
}

/** The answer of an entry. */
export const responseOf = (message: Message, http: HttpPart): HarResponse => {
  const status = http.status ?? 0
  const mimeType = headerOf(http.headers, 'content-type') ?? 'x-unknown'
  const size = octets(http.body)
  return {
    status,
    statusText: reasonOf(status),
    httpVersion: 'HTTP/1.1',
    cookies: responseCookies(message, headerValues(http.headers, 'set-cookie')),
    headers: pairs(http.headers),
    content: { size, mimeType, ...(http.body !== '' && { text: http.body }) },
    redirectURL: headerOf(http.headers, 'location') ?? '',
    headersSize: headOctets(`HTTP/1.1 ${status} ${reasonOf(status)}`, http.headers),
    bodySize: size,
  }
}

/** As developer tools write a request that nobody answered. */
export const noResponse = (why: string): HarResponse => ({
  status: 0,
  statusText: '',
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  _error: why,
})
