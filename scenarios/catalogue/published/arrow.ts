import type { Participant, Phase } from '../../model/participant.ts'
import type { Message } from '../../model/trace.ts'
import type { CookieRole } from '../cookie-names.ts'
import type { DiagramErratumId } from '../../model/table-ids.ts'

/** A token that travels in a header or a body instead of a cookie. */
export type Carried = 'jwt' | 'refresh-token'

/** One arrow of a published diagram, with what is known to be wrong with it. */
export interface PublishedArrow {
  readonly n: number
  readonly phase: Phase
  readonly from: Participant
  readonly to: Participant
  readonly kind: Message['kind']
  /** A request's method and the paths it may go to (the diagrams leave some choices open). */
  readonly request?: { readonly method: string; readonly paths: readonly string[] }
  /** A response's status, corrected where the diagram is wrong. */
  readonly status?: number
  /** Path of a redirect's destination. */
  readonly location?: string
  /** Cookies that travel with a request. */
  readonly sends?: readonly CookieRole[]
  /** Tokens that a request brings in a header or its body. */
  readonly carries?: readonly Carried[]
  /** Cookies that a response sets. */
  readonly sets?: readonly CookieRole[]
  readonly errata?: readonly DiagramErratumId[]
}

/** An arrow before it is numbered and filed under a chapter. */
export type ArrowTemplate = Omit<PublishedArrow, 'n' | 'phase'>

type Extra = Pick<PublishedArrow, 'sends' | 'sets' | 'carries' | 'errata' | 'location'>

/** An arrow without errata has no such member at all: what has it is marked. */
const arrow = (base: ArrowTemplate, { errata = [], ...extra }: Extra): ArrowTemplate => ({
  ...base,
  ...extra,
  ...(errata.length > 0 ? { errata } : {}),
})

/** A request, written `GET /path`; paths that the diagram leaves open stand apart by `|`. */
export const ask = (
  from: Participant,
  to: Participant,
  what: string,
  extra: Extra = {},
): ArrowTemplate => {
  const [method = '', paths = ''] = what.split(' ')
  return arrow({ from, to, kind: 'request', request: { method, paths: paths.split('|') } }, extra)
}

export const answer = (
  from: Participant,
  to: Participant,
  status: number,
  extra: Extra = {},
): ArrowTemplate => arrow({ from, to, kind: 'response', status }, extra)

export const self = (who: Participant): ArrowTemplate => ({ from: who, to: who, kind: 'self' })
