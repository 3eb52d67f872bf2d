import { isDevice, type Participant } from '../model/participant.ts'
import type { Change, Message } from '../model/trace.ts'
import type { Secret, SecretKind } from '../projections/secrets.ts'
import {
  asked,
  choice,
  requestOf,
  type PredictAnswer,
  type StorageKind,
  type PredictQuestion,
  type Token,
} from './question.ts'
import { memberOf } from '../model/json.ts'

const tokens: readonly Token[] = ['jwt', 'refresh-token']

/** Something that holds a token now, and the message that put it there. */
interface TokenPlace {
  readonly where: StorageKind
  readonly at: Participant
  readonly n: number
}

/** What kind of place a change is about; null for none that keeps a token for its user. */
const placeOf = ({ where, after }: Change): Omit<TokenPlace, 'n'> | null => {
  const [owner = '', table = ''] = where.split('.')
  if (owner === 'Store' || owner === 'Forums') return { where: 'server', at: owner }
  if (owner !== 'Browser' && owner !== 'Mobile') return null
  if (table === 'jar')
    return { where: memberOf(after, 'httpOnly') === true ? 'cookie' : 'readable-cookie', at: owner }
  if (table === 'localStorage') return { where: 'local-storage', at: owner }
  return table === 'device' ? { where: 'device', at: owner } : null
}

/**
 * Where these messages put tokens, each place with the first message that does. What runs out later
 * was kept all the same; what is written over at once was not.
 */
const placesHeld = (
  stretch: readonly Message[],
  values: readonly string[],
): readonly TokenPlace[] => {
  const held = new Map<string, TokenPlace>()
  for (const { n, changes } of stretch)
    for (const change of changes) {
      const entry = `${change.where} ${change.key}`
      const text = JSON.stringify([change.key, change.after])
      const place = placeOf(change)
      if (change.op !== 'set' || place === null) continue
      if (!values.some((value) => text.includes(value))) held.delete(entry)
      else if (!held.has(entry)) held.set(entry, { ...place, n })
    }
  return [...held.values()]
}

/** The messages from this one on that the same step brings. */
const stretchFrom = (messages: readonly Message[], { n, step }: Message): readonly Message[] => {
  const rest = messages.slice(n - 1)
  const end = rest.findIndex((message) => message.step !== step)
  return end < 0 ? rest : rest.slice(0, end)
}

const keyOf = ({ where, at }: Omit<TokenPlace, 'n'>): string => `${where} ${at}`

/** Places that could be: those of the user's device, and the server of the application. */
const placesFor = (device: Participant, app: Participant): readonly Omit<TokenPlace, 'n'>[] => [
  ...(device === 'Mobile'
    ? [{ where: 'device', at: device } as const]
    : (['cookie', 'readable-cookie', 'local-storage'] as const).map((where) => ({
        where,
        at: device,
      }))),
  { where: 'server', at: app },
]

/** The tokens of a kind that come with this message and were not there before. */
const broughtBy = (message: Message, kind: SecretKind, secrets: readonly Secret[]) =>
  secrets
    .filter((secret) => secret.kind === kind && secret.carriedBy[0] === message.n)
    .map(({ value }) => value)

/** Where will a token be kept that an answer brings? Asked once for each set of places. */
export const storageQuestions = (
  messages: readonly Message[],
  secrets: readonly Secret[],
  participants: readonly Participant[],
): readonly PredictQuestion[] => {
  const seen = new Set<string>()
  const device = participants.find(isDevice) ?? 'Browser'
  return messages.flatMap((message) =>
    tokens.flatMap((token): readonly PredictQuestion[] => {
      const request = message.kind === 'response' ? requestOf(messages, message) : undefined
      const values = broughtBy(message, token, secrets)
      if (request === undefined || values.length === 0 || message.step.startsWith('hacker.'))
        return []
      const held = placesHeld(stretchFrom(messages, message), values)
      const mark = [token, ...new Set(held.map(({ where }) => where))].toSorted().join(' ')
      if (seen.has(mark)) return []
      seen.add(mark)
      const app = message.phase.startsWith('forums') ? 'Forums' : 'Store'
      const places = new Map(
        [...placesFor(device, app), ...held].map(({ where, at }) => [
          keyOf({ where, at }),
          { where, at },
        ]),
      )
      const right = new Set(held.map(keyOf))
      const kept = (place: Omit<TokenPlace, 'n'>): PredictAnswer => ({ what: 'kept', ...place })
      const firsts = [...right].map((key) => held.find((one) => keyOf(one) === key)?.n ?? message.n)
      return [
        {
          id: `${message.id}/kept-${token}`,
          n: message.n,
          topic: 'kept',
          request: asked(request),
          stolen: [],
          token,
          several: true,
          options: [
            ...[...places].map(([key, place]) => choice(kept(place), right.has(key))),
            choice({ what: 'not-kept' }, right.size === 0),
          ],
          evidence: right.size === 0 ? [message.n] : firsts,
        },
      ]
    }),
  )
}
