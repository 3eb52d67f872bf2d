import { sha256 } from '@noble/hashes/sha2.js'
import { cookieNames } from '../../../scenarios/catalogue/cookie-names.ts'
import { type JsonObject, jsonObject } from '../../../scenarios/model/json.ts'
import { headerOf, headerValues } from '../../../scenarios/engine/wire.ts'
import { decodeToken } from '../../../scenarios/model/jwt.ts'
import type { Change, Message, Trace } from '../../../scenarios/model/trace.ts'
import type { Json } from '../../../scenarios/model/wire.ts'

/** A message in its trace: what a check looks at. */
export interface Scene {
  readonly message: Message
  readonly trace: Trace
}

/** Something that a sentence states, read from the trace. */
export interface Check {
  readonly name: string
  readonly holds: (scene: Scene) => boolean
}

/** Why no trace can show what a sentence says. */
export interface Unchecked {
  readonly unchecked: string
}

/** What stands behind a sentence. */
export type Grounds = readonly [Check, ...Check[]] | Unchecked

export const check = (name: string, holds: (scene: Scene) => boolean): Check => ({ name, holds })

export const unchecked = (reason: string): Unchecked => ({ unchecked: reason })

// ── The message itself ──────────────────────────────────────────────────────

export const status = ({ http }: Message): number => http?.status ?? 0
export const body = ({ http }: Message): string => http?.body ?? ''
export const url = ({ http }: Message): URL | null => URL.parse(http?.url ?? '')
export const path = (message: Message): string => url(message)?.pathname ?? ''
export const asks = (message: Message, method: string, wanted: string): boolean =>
  message.kind === 'request' && message.http?.method === method && path(message) === wanted
export const form = (message: Message): URLSearchParams => new URLSearchParams(body(message))
export const field = (message: Message, name: string): string => headerIn(message, name) ?? ''
const headerIn = ({ http }: Message, name: string): string | null =>
  headerOf(http?.headers ?? [], name)

export const json = (message: Message): JsonObject => jsonObject(body(message)) ?? {}

export const textOf = (message: Message, member: string): string => {
  const value = json(message)[member]
  return typeof value === 'string' ? value : ''
}

export const location = (message: Message): URL | null => {
  const to = headerIn(message, 'location')
  return to === null ? null : URL.parse(to, message.http?.url)
}

/** The cookies that a request carries, by name. */
export const brought = (message: Message): ReadonlyMap<string, string> =>
  new Map(
    field(message, 'cookie')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), pair.slice(at + 1)]
      }),
  )

/** What opens an application, and what renews its login. */
export type Role = 'session' | 'jwt' | 'refresh-token'

/** The value of this role that a request carries: in a cookie, or in a header of the script's or app's own. */
export const keyIn = (message: Message, role: Role): string => {
  const inHeader = {
    session: '',
    jwt: /^Bearer (.+)$/.exec(field(message, 'authorization'))?.[1] ?? '',
    'refresh-token': field(message, 'x-refresh-token'),
  }[role]
  const inCookie = cookieNames[role].map((name) => brought(message).get(name)).find(Boolean)
  return inHeader || (inCookie ?? '')
}

/** Claims of a JWT; none of another text. */
export const claims = (token: string): Readonly<Record<string, Json>> =>
  decodeToken(token)?.claims ?? {}

/** The value of this role that an answer sets as a cookie; '' where it sets none. */
export const keySet = (message: Message, role: Role): string =>
  cookieNames[role].map((name) => cookieValue(setCookies(message).get(name))).find(Boolean) ?? ''

/** The Set-Cookie lines of a response, by cookie name. */
export const setCookies = ({ http }: Message): ReadonlyMap<string, string> =>
  new Map(
    headerValues(http?.headers ?? [], 'set-cookie').map((line) => [
      line.split('=', 1)[0] ?? '',
      line,
    ]),
  )

export const cookieValue = (line: string | undefined): string =>
  /^[^=]*=([^;]*)/.exec(line ?? '')?.[1] ?? ''

export const stores = (message: Message, name: string): boolean =>
  setCookies(message).has(name) &&
  message.received.some((cookie) => cookie.name === name && cookie.stored)

/** Whether an agent keeps the cookie of this role that an answer sets. */
export const storesKey = (message: Message, role: Role): boolean =>
  cookieNames[role].some((name) => stores(message, name))

export const deletes = (message: Message, name: string): boolean =>
  message.received.some((cookie) => cookie.name === name && cookie.rule === 'deleted')

export const isPasswordForm = (message: Message): boolean =>
  /<form[^>]*method="post"/i.test(body(message)) && body(message).includes('type="password"')

/** Path of the page's form, as the browser would send it. */
export const formAction = (message: Message): URL | null => {
  const action = /<form[^>]*\saction="([^"]*)"/i.exec(body(message))?.[1]
  return URL.parse(action ?? '', message.http?.url)
}

/** All that a message carries over the wire, as one text. */
export const carried = ({ http }: Message): string =>
  http === null ? '' : [http.url, http.body, ...http.headers.flat()].join('\n')

// ── Its neighbours ──────────────────────────────────────────────────────────

export const earlier = ({ message, trace }: Scene): readonly Message[] =>
  trace.messages.filter(({ n }) => n < message.n)

export const later = ({ message, trace }: Scene): readonly Message[] =>
  trace.messages.filter(({ n }) => n > message.n)

/** The request that this message answers, or belongs to. */
export const requestOf = ({ message, trace }: Scene): Message | undefined =>
  trace.messages.find(({ exchange, kind }) => exchange === message.exchange && kind === 'request')

export const answerOf = ({ message, trace }: Scene): Message | undefined =>
  trace.messages.find(({ exchange, kind }) => exchange === message.exchange && kind === 'response')

/** The request of the exchange that caused this one. */
export const causeOf = ({ message, trace }: Scene): Message | undefined =>
  message.cause === null
    ? undefined
    : trace.messages.find(({ exchange, kind }) => exchange === message.cause && kind === 'request')

/** What the causing request was answered with. */
export const causeAnswer = ({ message, trace }: Scene): Message | undefined =>
  message.cause === null
    ? undefined
    : trace.messages.find(({ exchange, kind }) => exchange === message.cause && kind === 'response')

/** Messages between an application and FusionAuth for the sake of this message's exchange. */
export const backChannel = ({ message, trace }: Scene): readonly Message[] =>
  message.exchange === null
    ? []
    : trace.messages.filter(({ cause, n }) => cause === message.exchange && n < message.n)

/** What a participant did by itself within this message's exchange. */
export const done = ({ message, trace }: Scene, name: string): Message | undefined =>
  trace.messages.find(
    ({ exchange, kind, id }) =>
      exchange !== null &&
      exchange === message.exchange &&
      kind === 'self' &&
      id.replace(/\.\d+$/, '').endsWith(`.${name}`),
  )

/** The answer that a message's sender got last. */
export const lastAnswer = (scene: Scene): Message | undefined =>
  earlier(scene).findLast(({ kind, to }) => kind === 'response' && to === scene.message.from)

export const isRedirected = (scene: Scene): boolean => {
  const before = lastAnswer(scene)
  return (
    before !== undefined &&
    status(before) >= 300 &&
    status(before) < 400 &&
    location(before)?.href === url(scene.message)?.href
  )
}

export const isAgent = (participant: string): boolean =>
  participant === 'Browser' || participant === 'Mobile' || participant === 'Hacker'

/** The page of an application that an agent sees last before a message: sent to it, or shown by a script. */
export const shownPage = (scene: Scene, app: string): string => {
  const { from: agent } = scene.message
  for (const other of earlier(scene).toReversed()) {
    const drawn = other.changes.find(
      ({ where, key: tab }) => where === `${agent}.pages` && tab === app,
    )
    const html = member(drawn?.after, 'html')
    if (typeof html === 'string') return html
    const isPage =
      other.kind === 'response' && other.to === agent && other.from === app && status(other) === 200
    if (isPage && body(other).startsWith('<')) return body(other)
  }
  return ''
}

/** Whether a text stands in anything that an agent sent or got. */
export const agentsSaw = ({ trace }: Scene, text: string): boolean =>
  trace.messages.some(
    (other) => (isAgent(other.from) || isAgent(other.to)) && carried(other).includes(text),
  )

// ── What the participants hold ──────────────────────────────────────────────

/** Every change of a place up to and including this message, in order. */
export const changesOf = ({ message, trace }: Scene, where: string): readonly Change[] =>
  trace.messages
    .filter(({ n }) => n <= message.n)
    .flatMap(({ changes }) => changes.filter((change) => change.where === where))

export const lastChange = (scene: Scene, where: string, key: string): Change | undefined =>
  changesOf(scene, where).findLast((change) => change.key === key)

export const member = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined

export const instant = (value: Json | undefined): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NaN

/** A real FusionAuth tells nobody what lies in its tables: what is stated of them cannot be seen there. */
export const tellsNothing = ({ trace }: Scene): boolean => trace.fusionauth.kind === 'fusionauth'

/** Whether an entry of a server's table is there at this message, and its time is not over. */
export const isAlive = (scene: Scene, where: string, key: string): boolean => {
  const change = lastChange(scene, where, key)
  return (
    change?.op === 'set' &&
    instant(member(change.after, 'expiresAt')) > Date.parse(scene.message.at)
  )
}

/** The cookies that an agent holds at this message: the last change of each, by key. */
export const jarOf = (scene: Scene, agent: string): ReadonlyMap<string, Json> => {
  const jar = new Map<string, Json>()
  for (const { op, key, after } of changesOf(scene, `${agent}.jar`))
    if (op === 'set') jar.set(key, after)
    else jar.delete(key)
  return jar
}

export const inJar = (scene: Scene, agent: string, name: string): string => {
  const entry = [...jarOf(scene, agent)].find(([key]) => key === name || key.startsWith(`${name}@`))
  const value = member(entry?.[1], 'value')
  return typeof value === 'string' ? value : ''
}

/** A change that this very message made. */
export const made = ({ changes }: Message, where: string, op: Change['op']): Change | undefined =>
  changes.find((change) => change.where === where && change.op === op)

/** A PKCE challenge by S256 (RFC 7636 §4.2). */
export const challenge = (verifier: string): string =>
  Buffer.from(sha256(new TextEncoder().encode(verifier))).toString('base64url')

/** A login under way at an application, by its state. */
export const attempt = (scene: Scene, app: string, state: string): Json | undefined =>
  changesOf(scene, `${app}.loginAttempts`).find(
    (change) => change.op === 'set' && change.key === state,
  )?.after
