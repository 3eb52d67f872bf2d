import type { Cookie, CookieVerdict } from '../../model/cookie.ts'
import type { AgentName, Participant } from '../../model/participant.ts'
import type { Change, Initiator } from '../../model/trace.ts'
import type { HeaderList, WireRequest, WireResponse } from '../../model/wire.ts'
import {
  chromiumPolicy,
  cookieKey,
  type CookiePolicy,
  emptyJar,
  expire,
  type Jar,
  type JarChange,
  receive,
  select,
} from '../cookie-jar.ts'
import { type Clock, Unreachable } from '../ports.ts'
import type { Recorder } from '../recorder.ts'
import { hostOf, origin, withoutFragment } from '../site.ts'
import { headerValues } from '../wire.ts'
import { type Text, textOf } from '../../model/text.ts'

/** What every user agent needs of the simulation. */
export interface ExchangePorts {
  readonly clock: Clock
  readonly recorder: Recorder
  /** Who lives at an origin; null when nobody does. */
  participantAt(url: string): Participant | null
  deliver(request: WireRequest, exchange: number): Promise<WireResponse>
  /** How this browser treats cookies where browsers may choose. */
  readonly cookiePolicy?: CookiePolicy
}

/** Cookies typed in by hand for one request, not from the jar. */
export type HandmadeCookies = readonly (readonly [name: string, value: string])[]

/** A request of a user agent, complete but for its cookies. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: string
  /** Address of the page that began it; null when no page did. */
  readonly initiator: string | null
  /** True when the answer fills a whole tab. */
  readonly topLevel: boolean
  /** False when cookies neither go nor come, as with a preflight. */
  readonly withCookies: boolean
  readonly handmade?: HandmadeCookies
  readonly by?: Initiator
  /** What the answer changes besides cookies; told on its arrow. */
  readonly changes?: (response: WireResponse) => readonly Change[]
}

export type ExchangeResult = { readonly response: WireResponse } | { readonly problem: Text }

/** Sends requests with the cookies that the jar's rules choose, and takes in what comes back. */
export interface Exchanges {
  jar(): Jar
  /** Puts one cookie into the jar by hand; what it displaced is gone. */
  plant(cookie: Cookie): void
  send(outgoing: Outgoing): Promise<ExchangeResult>
}

/** Who had a cookie in this jar that somebody else's script has just got a new value for. */
interface Overwritten {
  readonly name: string
  readonly owner: string
}

export const createExchanges = (name: AgentName, ports: ExchangePorts): Exchanges => {
  const { clock, recorder, cookiePolicy = chromiumPolicy } = ports
  const where = `${name}.jar`
  let jar: Jar = emptyJar
  /** Origins of the pages whose scripts asked for the cookies, by the cookies' keys. */
  const askedBy = new Map<string, string>()

  /** Two pages that ask one server for cookies have one cookie of each name between them. */
  const overwritten = (
    changes: readonly JarChange[],
    initiator: string | null,
  ): readonly Overwritten[] => {
    const asker = initiator === null ? null : origin(initiator)
    if (asker === null) return []
    return changes.flatMap(({ key, before, after }) => {
      const owner = askedBy.get(key)
      if (after === null) askedBy.delete(key)
      else askedBy.set(key, asker)
      const isLost = before !== null && after !== null && before.value !== after.value
      return isLost && owner !== undefined && owner !== asker
        ? [{ name: after.name, owner: hostOf(owner) }]
        : []
    })
  }

  const dropped = (cookie: Cookie): Change => ({
    where,
    op: 'delete',
    key: cookieKey(cookie),
    before: { ...cookie },
    after: null,
  })

  const changed = ({ op, key, before, after }: JarChange): Change => ({
    where,
    op,
    key,
    before: before === null ? null : { ...before },
    after: after === null ? null : { ...after },
  })

  const typedIn = (cookie: string, url: string): CookieVerdict => ({
    agent: name,
    name: cookie,
    domain: new URL(url).hostname,
    path: '/',
    sent: true,
    reason: textOf('cookie.handmade', { agent: name }),
    rule: 'handmade',
    source: 'RFC 10025 §8.6',
  })

  const send = async (outgoing: Outgoing): Promise<ExchangeResult> => {
    const { method, body, initiator, topLevel, withCookies, handmade = [] } = outgoing
    const url = withoutFragment(outgoing.url)
    const situation = { url, method, initiator, topLevel, now: clock.now() }
    const swept = expire(jar, clock.now())
    const chosen = withCookies
      ? select(swept.jar, situation, name, cookiePolicy)
      : { header: '', verdicts: [], jar: swept.jar }
    jar = chosen.jar
    const cookie = [...handmade.map(([key, value]) => `${key}=${value}`), chosen.header]
      .filter((part) => part !== '')
      .join('; ')
    const headers: HeaderList =
      cookie === '' ? outgoing.headers : [...outgoing.headers, ['cookie', cookie]]
    const number = recorder.request(
      name,
      ports.participantAt(url) ?? name,
      { method, url, headers, body },
      null,
      [...handmade.map(([key]) => typedIn(key, url)), ...chosen.verdicts],
      swept.dropped.map(dropped),
      outgoing.by,
    )
    try {
      const response = await ports.deliver({ method, url, headers, body }, number)
      const values = withCookies ? headerValues(response.headers, 'set-cookie') : []
      const got = receive(jar, values, situation, name, cookiePolicy)
      jar = got.jar
      recorder.response(number, response, got.received, [
        ...got.changes.map(changed),
        ...(outgoing.changes?.(response) ?? []),
      ])
      const lost = outgoing.by === 'script' ? overwritten(got.changes, initiator) : []
      const [first] = lost
      if (first !== undefined) {
        const names = lost.map((one) => one.name).join(', ')
        const said = textOf('note.overwrites', { host: first.owner, names })
        recorder.aside(name, 'clobbered', said, 'real')
      }
      return { response }
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      recorder.self(name, 'no-answer', textOf('note.no-answer', { why: error.reason }), number)
      return { problem: error.reason }
    }
  }

  return {
    jar: () => jar,
    plant: (cookie) => {
      jar = [...jar.filter((other) => cookieKey(other) !== cookieKey(cookie)), cookie]
    },
    send,
  }
}
