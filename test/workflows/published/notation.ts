import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Message } from '../../../scenarios/model/trace.ts'

/**
 * How the facts about the published diagrams are written: a line for each chapter, `phase: arrow ·
 * arrow`. An arrow is `who>whom` and what is drawn: method and path, a status, or `self`. `to` is a
 * redirect's destination; `<-` names cookies that go along, `<~` tokens in a header or body, `=>`
 * cookies that are set. Known mistakes stand corrected (`!E4`); paths that the diagram leaves open
 * stand side by side.
 */
export interface Fact {
  readonly phase: string
  readonly from: Participant
  readonly to: Participant
  readonly what: string
  readonly location: string | null
  readonly sends: readonly string[]
  readonly carries: readonly string[]
  readonly sets: readonly string[]
  readonly errata: readonly string[]
}

const initials: Readonly<Record<string, Participant>> = {
  B: 'Browser',
  M: 'Mobile',
  S: 'Store',
  O: 'Forums',
  F: 'FusionAuth',
  H: 'Hacker',
}

const participant = (initial: string | undefined): Participant => {
  const found = initials[initial ?? '']
  if (found === undefined) throw new Error(`no participant begins with ${initial}`)
  return found
}

const named = (text: string, mark: string): readonly string[] =>
  new RegExp(`${mark}((?: (?:sso|sid|rt|jwt))+)`).exec(text)?.[1]?.trim().split(' ') ?? []

const readArrow = (phase: string, text: string): Fact => {
  const [, from, to, what = ''] = /^(\w)>(\w) (self|\d{3}|[A-Z]+ \S+)(?= |$)/.exec(text) ?? []
  if (what === '') throw new Error(`not an arrow: ${text}`)
  return {
    phase,
    from: participant(from),
    to: participant(to),
    what,
    location: / to (\/\S*)/.exec(text)?.[1] ?? null,
    sends: named(text, '<-'),
    carries: named(text, '<~'),
    sets: named(text, '=>'),
    errata: [...text.matchAll(/!(E\d+)/g)].map(([, id = '']) => id),
  }
}

export const readFacts = (lines: readonly string[]): readonly Fact[] =>
  lines.flatMap((line) => {
    const [phase = '', arrows = ''] = line.split(': ')
    return arrows.split(' · ').map((arrow) => readArrow(phase, arrow))
  })

const cookies: Readonly<Record<string, readonly string[]>> = {
  sso: ['fusionauth.sso'],
  sid: ['sid'],
  rt: ['rt', 'refresh_token'],
  jwt: ['jwt', 'access_token'],
}

const isJwt = /eyJ[\w-]+\.[\w-]+\.[\w-]+/

/** Whether a token goes along outside of cookies. */
const brings = ({ http }: Message, token: string): boolean => {
  const field = (name: string) => http?.headers.find(([one]) => one === name)?.[1] ?? ''
  return token === 'jwt'
    ? /^Bearer \S+$/.test(field('authorization')) || isJwt.test(http?.body ?? '')
    : field('x-refresh-token') !== ''
}

const path = (address: string | undefined, base?: string): string | undefined =>
  URL.parse(address ?? '', base)?.pathname

/**
 * Whether a message shows what a fact says, as told by its raw text. `since` are the messages since
 * the last arrow that was found: cookies may have been set by what the diagram leaves out.
 */
export const shows = (message: Message, since: readonly Message[], fact: Fact): boolean => {
  const { http } = message
  if (message.phase !== fact.phase || message.from !== fact.from || message.to !== fact.to)
    return false
  const fields = (name: string, { http: part }: Message) =>
    part?.headers.filter(([one]) => one === name).map(([, value]) => value) ?? []
  const brought = fields('cookie', message).join('; ').split('; ')
  const planted = [...since, message].flatMap((one) => fields('set-cookie', one))
  const has = (lines: readonly string[]) => (role: string) =>
    lines.some((line) => cookies[role]?.some((name) => line.startsWith(`${name}=`)))
  if (!fact.sends.every(has(brought)) || !fact.sets.every(has(planted))) return false
  if (!fact.carries.every((token) => brings(message, token))) return false
  if (fact.location !== null && path(fields('location', message)[0], http?.url) !== fact.location)
    return false
  if (fact.what === 'self') return message.kind === 'self'
  if (/^\d+$/.test(fact.what))
    return message.kind === 'response' && http?.status === Number(fact.what)
  const [method, paths = ''] = fact.what.split(' ')
  return (
    message.kind === 'request' &&
    http?.method === method &&
    paths.split('|').includes(path(http?.url) ?? '')
  )
}
