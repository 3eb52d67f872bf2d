import { headerOf } from '../../engine/wire.ts'
import type { Message, Trace } from '../../model/trace.ts'
import { roleOf, type CookieRole } from '../cookie-names.ts'
import { workflowBySlug } from '../workflows.ts'
import type { Carried, PublishedArrow } from './arrow.ts'
import { publishedArrows } from './compose.ts'

const sent = (message: Message, role: CookieRole): boolean =>
  message.cookies.some((cookie) => cookie.sent && roleOf(cookie.name) === role)

const set = (message: Message, role: CookieRole): boolean =>
  message.received.some((cookie) => cookie.stored && roleOf(cookie.name) === role)

/** Where a token travels that is in no cookie: header fields, and members of a JSON body. */
const places: Readonly<Record<Carried, { readonly field: string; readonly member: RegExp }>> = {
  jwt: { field: 'authorization', member: /"token":"[^"]/ },
  'refresh-token': { field: 'x-refresh-token', member: /"refreshToken":"[^"]/ },
}

const carries = ({ http }: Message, what: Carried): boolean =>
  http !== null &&
  (headerOf(http.headers, places[what].field) !== null || places[what].member.test(http.body))

const samePath = (message: Message, paths: readonly string[]): boolean =>
  paths.includes(URL.parse(message.http?.url ?? '')?.pathname ?? '')

const leadsTo = (message: Message, path: string): boolean => {
  const location = headerOf(message.http?.headers ?? [], 'location')
  return location !== null && URL.parse(location, message.http?.url)?.pathname === path
}

/** Whether a message is this arrow; cookies may have been set by the extra messages just before it. */
const isArrow = (arrow: PublishedArrow, message: Message, before: readonly Message[]): boolean => {
  const { request } = arrow
  const answers = [...before, message].filter(({ kind }) => kind === 'response')
  return (
    message.kind === arrow.kind &&
    message.from === arrow.from &&
    message.to === arrow.to &&
    message.phase === arrow.phase &&
    message.provenance === 'real' &&
    (request === undefined ||
      (message.http?.method === request.method && samePath(message, request.paths))) &&
    (arrow.status === undefined || message.http?.status === arrow.status) &&
    (arrow.location === undefined || leadsTo(message, arrow.location)) &&
    (arrow.sends ?? []).every((role) => sent(message, role)) &&
    (arrow.carries ?? []).every((what) => carries(message, what)) &&
    (arrow.sets ?? []).every((role) => answers.some((response) => set(response, role)))
  )
}

/** How a trace and the published diagram of its workflow go together. */
export interface PublishedMatch {
  /**
   * For each message of the trace the arrow that it is; null when the diagram has no such arrow. Empty
   * when the workflow has no published diagram: then nothing is missing from it, and nothing beside it.
   */
  readonly arrows: readonly (PublishedArrow | null)[]
  /** Published arrows that the trace does not have (yet), in order. */
  readonly missing: readonly PublishedArrow[]
}

/** Finds the published arrows in a trace, in order. */
export const matchPublished = (trace: Pick<Trace, 'workflow' | 'messages'>): PublishedMatch => {
  const workflow = workflowBySlug(trace.workflow)
  const published = workflow === undefined ? [] : publishedArrows(workflow)
  if (published.length === 0) return { arrows: [], missing: [] }
  let next = 0
  let since = 0
  const arrows = trace.messages.map((message, index) => {
    const arrow = published[next]
    if (arrow === undefined || !isArrow(arrow, message, trace.messages.slice(since, index)))
      return null
    next++
    since = index + 1
    return arrow
  })
  return { arrows, missing: published.slice(next) }
}
