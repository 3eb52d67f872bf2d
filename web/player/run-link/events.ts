import { attackIds } from '../../../scenarios/model/attack-id.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { ExpiringCredential, StolenCredential } from '../../../scenarios/model/credential.ts'
import type { ApplicationName } from '../../../scenarios/model/participant.ts'

/** What a link can tell of an event: everything but words that somebody typed. */
export type SharedEvent =
  | Exclude<LabEvent, { type: 'learner.submit' }>
  | {
      readonly type: 'learner.submit'
      readonly app: ApplicationName
      readonly credentials: 'right' | 'wrong-password' | 'unknown-user'
    }

/** Ten years, in seconds: the farthest that the protocol clock moves at once. */
const farthest = 10 * 365 * 24 * 60 * 60

const cases = { right: 'right', 'wrong-password': 'wrong', 'unknown-user': 'unknown' } as const

const named = (name: string, app: ApplicationName): string => `${name}-${app.toLowerCase()}`

/** An event as a word: lower case letters, digits and hyphens. */
export const wordOf = (event: SharedEvent): string => {
  switch (event.type) {
    case 'learner.open':
      return named('open', event.app)
    case 'learner.login':
      return named('login', event.app)
    case 'learner.submit':
      return named(cases[event.credentials], event.app)
    case 'learner.load':
      return named('load', event.app)
    case 'learner.logout':
      return named('logout', event.app)
    case 'learner.race':
      return named('race', event.app)
    case 'learner.checkout':
      return named('checkout', event.app)
    case 'learner.change-password':
      return 'change-password'
    case 'learner.logout-everywhere':
      return 'logout-everywhere'
    case 'clock.expire':
      return `expire-${event.what}`
    case 'clock.advance':
      return `wait-${event.seconds}`
    case 'hacker.steal':
      return `steal-${event.what}`
    case 'hacker.load':
      return 'hack'
    case 'hacker.open':
      return named('hack-open', event.app)
    case 'hacker.race':
      return 'hack-race'
    case 'hacker.attack':
      return `attack-${event.attack}`
    case 'fusionauth.revoke':
      return 'revoke'
    case 'fusionauth.revoke-all':
      return 'revoke-all'
    case 'fusionauth.end-sso':
      return 'end-sso'
    case 'fusionauth.stop':
      return 'stop'
    case 'fusionauth.start':
      return 'start'
  }
}

/** The keys as a list; a new member of the union does not compile until it stands there. */
const all = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[]

const lifetimes = all<ExpiringCredential>({
  session: true,
  'refresh-token': true,
  'sso-session': true,
  jwt: true,
})
const loots = all<StolenCredential>({
  'refresh-token': true,
  'session-id': true,
  jwt: true,
  'sso-session': true,
})
const credentials = Object.keys(cases) as (keyof typeof cases)[]
const apps = all<ApplicationName>({ Store: true, Forums: true })

const known: readonly SharedEvent[] = [
  ...apps.flatMap((app): readonly SharedEvent[] => [
    { type: 'learner.open', app },
    { type: 'learner.login', app },
    ...credentials.map((one) => ({ type: 'learner.submit', app, credentials: one }) as const),
    { type: 'learner.load', app },
    { type: 'learner.logout', app },
    { type: 'learner.race', app },
    { type: 'learner.checkout', app },
    { type: 'hacker.open', app },
  ]),
  ...lifetimes.map((what) => ({ type: 'clock.expire', what }) as const),
  ...loots.map((what) => ({ type: 'hacker.steal', what }) as const),
  { type: 'hacker.load' },
  { type: 'hacker.race' },
  ...attackIds.map((attack) => ({ type: 'hacker.attack', attack }) as const),
  { type: 'learner.change-password' },
  { type: 'learner.logout-everywhere' },
  { type: 'fusionauth.revoke' },
  { type: 'fusionauth.revoke-all' },
  { type: 'fusionauth.end-sso' },
  { type: 'fusionauth.stop' },
  { type: 'fusionauth.start' },
]

const byWord: ReadonlyMap<string, SharedEvent> = new Map(
  known.map((event) => [wordOf(event), event]),
)

/** Every word that stands for one event; `wait-` is followed by seconds. */
export const eventWords: readonly string[] = [...byWord.keys(), 'wait-3600']

/** The event of a word; null when it is none. */
export const eventOf = (word: string): SharedEvent | null => {
  const seconds = Number(/^wait-([1-9]\d{0,9})$/.exec(word)?.[1])
  if (seconds <= farthest) return { type: 'clock.advance', seconds }
  return byWord.get(word) ?? null
}
