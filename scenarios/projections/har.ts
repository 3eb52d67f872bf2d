import { headerOf } from '../engine/wire.ts'
import type { HttpPart, Message, Trace } from '../model/trace.ts'
import type { Har, HarEntry, HarPage } from './har-format.ts'
import { noResponse, requestOf, responseOf } from './har-halves.ts'
import { phaseTitle } from './words.ts'
import { sayEnglish } from '../i18n/en/index.ts'
import { labelText } from '../i18n/label.ts'

const aboutTimes =
  'Times are by the protocol clock. Back-channel entries belong to no page; _from, _to and connection say who spoke to whom, _request and _response which messages of the trace these are. What happened without a message, such as a theft, is not in an HTTP archive.'

const aboutReal =
  'Recorded with a real FusionAuth: it may hold tokens and session ids that are still valid. Passwords, client secrets and API keys were masked before they were recorded. Treat it as a secret.'

/** Of a request whose answer lies beyond the last message. */
const pending = 'The answer comes after the last message of this archive.'

const isAgent = ({ from }: Message): boolean =>
  from === 'Browser' || from === 'Mobile' || from === 'Hacker'

const resourceType = ({ headers }: HttpPart): HarEntry['_resourceType'] => {
  const destination = headerOf(headers, 'sec-fetch-dest')
  if (destination === 'document') return 'document'
  return destination === null || destination === 'empty' ? 'fetch' : 'other'
}

/** The engine's note that a request was not answered (`no-answer`, numbered when repeated). */
const isNoAnswer = ({ id }: Message): boolean => /\.no-answer(?:\.\d+)?$/.test(id)

interface HarExchange {
  readonly request: Message
  readonly http: HttpPart
  readonly number: number
  /** The answer, or the note that none came; undefined when the trace ends before. */
  readonly end: Message | undefined
}

const exchangesOf = (messages: readonly Message[]): readonly HarExchange[] =>
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

const entryOf = (exchange: HarExchange, page: string | null): HarEntry => {
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
        ? noResponse(end === undefined ? pending : labelText(end.label, sayEnglish))
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
      _withheldCookies: withheld.map(({ name, domain, path, reason, source }) => ({
        name,
        domain,
        path,
        reason: sayEnglish(reason),
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
        title: `${request.from}: ${sayEnglish(phaseTitle(request.phase))}`,
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
