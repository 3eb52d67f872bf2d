import { reasonOf } from '../engine/label.ts'
import { header, headerValues } from '../engine/wire.ts'
import type { CookieVerdict, HeaderList, HttpPart, Message, Trace } from '../vocabulary.ts'
import { requestCookies, responseCookies, type HarCookie } from './har-cookies.ts'
import { phaseTitle } from './words.ts'

interface Pair {
  readonly name: string
  readonly value: string
}

interface HarRequest {
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly Pair[]
  readonly queryString: readonly Pair[]
  readonly postData?: {
    readonly mimeType: string
    readonly params: readonly Pair[]
    readonly text: string
  }
  readonly headersSize: number
  readonly bodySize: number
}

interface HarResponse {
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly Pair[]
  readonly content: { readonly size: number; readonly mimeType: string; readonly text?: string }
  readonly redirectURL: string
  readonly headersSize: number
  readonly bodySize: number
  /** Why there is no answer; Chromium's own name for it. */
  readonly _error?: string
}

/** A message of the trace that a half of an entry is. */
interface Half {
  readonly n: number
  readonly id: string
}

interface HarEntry {
  readonly pageref?: string
  readonly startedDateTime: string
  readonly time: number
  readonly request: HarRequest
  readonly response: HarResponse
  readonly cache: Readonly<Record<string, never>>
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  readonly connection: string
  readonly comment?: string
  readonly _from: string
  readonly _to: string
  readonly _phase: string
  readonly _exchange: number
  /** The exchange that caused this one; absent when an agent began it. */
  readonly _cause?: number
  readonly _request: Half
  readonly _response?: Half
  /** Cookies that the agent had and did not send, and because of which rule. */
  readonly _withheldCookies?: readonly Pick<
    CookieVerdict,
    'name' | 'domain' | 'path' | 'because' | 'source'
  >[]
  /** Which tab of the developer tools shows it. */
  readonly _resourceType: 'document' | 'fetch' | 'other'
}

interface HarPage {
  readonly startedDateTime: string
  readonly id: string
  readonly title: string
  readonly pageTimings: { readonly onContentLoad: number; readonly onLoad: number }
}

/** An HTTP archive, version 1.2, as browsers' developer tools open it. */
interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string; readonly comment: string }
    readonly pages: readonly HarPage[]
    readonly entries: readonly HarEntry[]
    readonly comment: string
  }
}

const aboutTimes =
  'Times are by the protocol clock. Back-channel entries belong to no page; _from, _to and connection say who spoke to whom, _request and _response which messages of the trace these are. What happened without a message, such as a theft, is not in an HTTP archive.'

const aboutReal =
  'Recorded with a real FusionAuth: it may hold tokens and session ids that are still valid. Passwords, client secrets and API keys were masked before they were recorded. Treat it as a secret.'

/** Of a request whose answer lies beyond the last message. */
const pending = 'The answer comes after the last message of this archive.'

const encoder = new TextEncoder()
const octets = (text: string): number => encoder.encode(text).length

const pairs = (list: Iterable<readonly [string, string]>): Pair[] =>
  [...list].map(([name, value]) => ({ name, value }))

/** Octets of a message's head in HTTP/1.1 form, the empty line included. */
const headOctets = (line: string, headers: HeaderList): number =>
  octets([line, ...headers.map((field) => field.join(': ')), '', ''].join('\r\n'))

const postDataOf = ({ headers, body }: HttpPart): HarRequest['postData'] => {
  if (body === '') return undefined
  const mimeType = header(headers, 'content-type') ?? ''
  const isForm = mimeType.toLowerCase().includes('x-www-form-urlencoded')
  return { mimeType, params: isForm ? pairs(new URLSearchParams(body)) : [], text: body }
}

const requestOf = (message: Message, http: HttpPart): HarRequest => {
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

const responseOf = (message: Message, http: HttpPart): HarResponse => {
  const status = http.status ?? 0
  const mimeType = header(http.headers, 'content-type') ?? 'x-unknown'
  const size = octets(http.body)
  return {
    status,
    statusText: reasonOf(status),
    httpVersion: 'HTTP/1.1',
    cookies: responseCookies(message, headerValues(http.headers, 'set-cookie')),
    headers: pairs(http.headers),
    content: { size, mimeType, ...(http.body !== '' && { text: http.body }) },
    redirectURL: header(http.headers, 'location') ?? '',
    headersSize: headOctets(`HTTP/1.1 ${status} ${reasonOf(status)}`, http.headers),
    bodySize: size,
  }
}

/** As developer tools write a request that nobody answered. */
const noResponse = (why: string): HarResponse => ({
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

const isAgent = ({ from }: Message): boolean =>
  from === 'Browser' || from === 'Mobile' || from === 'Hacker'

const resourceType = ({ headers }: HttpPart): HarEntry['_resourceType'] => {
  const destination = header(headers, 'sec-fetch-dest')
  if (destination === 'document') return 'document'
  return destination === null || destination === 'empty' ? 'fetch' : 'other'
}

/** The engine's note that a request was not answered (`no-answer`, numbered when repeated). */
const isNoAnswer = ({ id }: Message): boolean => /\.no-answer(?:\.\d+)?$/.test(id)

interface Exchange {
  readonly request: Message
  readonly http: HttpPart
  readonly number: number
  /** The answer, or the note that none came; undefined when the trace ends before. */
  readonly end: Message | undefined
}

const exchangesOf = (messages: readonly Message[]): readonly Exchange[] =>
  messages.flatMap((request) => {
    const { kind, http, exchange } = request
    if (kind !== 'request' || http === null || exchange === null) return []
    const end = messages.find(
      (other) =>
        other.exchange === exchange &&
        other.n > request.n &&
        (other.kind === 'response' || isNoAnswer(other)),
    )
    return [{ request, http, number: exchange, end }]
  })

/** The page that an agent's request belongs to: one for each agent and each run of one phase. */
const pageId = (message: Message, chapter: number): string =>
  `${message.from.toLowerCase()}-${chapter}-${message.phase}`

/** Numbers the runs of messages of one phase from 1. */
const chapterNumbers = (messages: readonly Message[]): ReadonlyMap<number, number> => {
  let chapter = 0
  return new Map(
    messages.map(({ n, phase }, index) => {
      if (messages[index - 1]?.phase !== phase) chapter += 1
      return [n, chapter]
    }),
  )
}

const milliseconds = (from: string, to: string): number =>
  Math.max(0, Date.parse(to) - Date.parse(from))

const entryOf = (exchange: Exchange, page: string | null): HarEntry => {
  const { request, http, number, end } = exchange
  const time = end === undefined ? 0 : milliseconds(request.at, end.at)
  const withheld = request.cookies.filter(({ sent }) => !sent)
  const answer = end?.http ?? null
  return {
    ...(page !== null && { pageref: page }),
    startedDateTime: request.at,
    time,
    request: requestOf(request, http),
    response:
      end === undefined || answer === null
        ? noResponse(end?.label ?? pending)
        : responseOf(end, answer),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    connection: `${request.from}-${request.to}`,
    ...(end === undefined && { comment: pending }),
    _from: request.from,
    _to: request.to,
    _phase: request.phase,
    _exchange: number,
    ...(request.cause !== null && { _cause: request.cause }),
    _request: { n: request.n, id: request.id },
    ...(end !== undefined && { _response: { n: end.n, id: end.id } }),
    ...(withheld.length > 0 && {
      _withheldCookies: withheld.map(({ name, domain, path, because, source }) => ({
        name,
        domain,
        path,
        because,
        source,
      })),
    }),
    _resourceType: resourceType(http),
  }
}

/**
 * The exchanges of a trace as an HTTP archive (HAR 1.2, frozen by its authors in 2012): requests in
 * order, each with its answer. A part of a trace is a trace: cut it first. The spec wants either
 * `params` or `text` of posted data; both are given, as all browsers do and expect.
 */
export const harOf = (trace: Trace): Har => {
  const chapters = chapterNumbers(trace.messages)
  const pages = new Map<string, HarPage & { readonly start: string }>()
  const entries = exchangesOf(trace.messages).map((exchange) => {
    const { request, end } = exchange
    const page = isAgent(request) ? pageId(request, chapters.get(request.n) ?? 0) : null
    if (page !== null) {
      const start = pages.get(page)?.start ?? request.at
      const loaded = milliseconds(start, end?.at ?? request.at)
      pages.set(page, {
        start,
        startedDateTime: start,
        id: page,
        title: `${request.from}: ${phaseTitle(request.phase)}`,
        pageTimings: { onContentLoad: loaded, onLoad: loaded },
      })
    }
    return entryOf(exchange, page)
  })
  const about = `${trace.workflow}, lesson ${trace.lesson}. ${aboutTimes}`
  return {
    log: {
      version: '1.2',
      creator: {
        name: 'Login Lab',
        version: String(trace.version),
        comment: 'The version is that of the trace format.',
      },
      pages: [...pages.values()].map(({ startedDateTime, id, title, pageTimings }) => ({
        startedDateTime,
        id,
        title,
        pageTimings,
      })),
      entries,
      comment: trace.fusionauth.kind === 'fusionauth' ? `${aboutReal} ${about}` : about,
    },
  }
}

/** An HTTP archive as the text of a file. */
export const harText = (trace: Trace): string => JSON.stringify(harOf(trace), null, 1)
