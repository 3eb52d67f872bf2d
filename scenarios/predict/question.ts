import type { CookieVerdict } from '../model/cookie.ts'
import type { DeviceParticipant, Participant } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import type { SecretKind } from '../projections/secrets.ts'
import type { Said } from '../own-lessons/language.ts'
import { protocolText } from '../i18n/label.ts'

/** What is asked. */
export type Topic = 'cookies' | 'answer' | 'break-in' | 'form' | 'session' | 'password' | 'kept'

/** What is handed out at a login and lasts. */
export type Token = 'jwt' | 'refresh-token'

/** A kind of place that keeps a token: on the user's device, or at the application. */
export type StorageKind = 'cookie' | 'readable-cookie' | 'local-storage' | 'device' | 'server'

/** What can be answered, as data; the words are the player's. */
export type PredictAnswer =
  | { readonly what: 'cookie'; readonly name: string; readonly domain: string }
  | { readonly what: 'no-cookie' }
  /** What an answer brings, as its arrow says it: `302 → /login`. */
  | { readonly what: 'answer'; readonly label: string }
  | { readonly what: 'refused' | 'let-in' | 'let-in-with-session' | 'let-in-with-token' }
  | { readonly what: 'form'; readonly from: Participant }
  /** A form that no server sends: a script of the page, or the app, draws it. */
  | { readonly what: 'drawn-form'; readonly on: DeviceParticipant }
  | { readonly what: 'no-form' }
  | { readonly what: 'new-session' | 'same-session' | 'no-session' }
  | { readonly what: 'participant'; readonly name: Participant }
  | { readonly what: 'kept'; readonly where: StorageKind; readonly at: Participant }
  | { readonly what: 'not-kept' }
  /** What the author of an own lesson wrote. */
  | { readonly what: 'own'; readonly text: string; readonly language: string }

export interface Option {
  /** Unlike the other options' of the question. */
  readonly key: string
  readonly answer: PredictAnswer
  readonly right: boolean
  /** Why a cookie is sent or withheld; null where no rule of cookies decides. */
  readonly verdict: CookieVerdict | null
}

/** Something to be foretold before message `n` is shown. */
export interface PredictQuestion {
  /** Id of the message that it stands before, and the topic. */
  readonly id: string
  readonly n: number
  readonly topic: Topic | 'own'
  /** The request that it is about. */
  readonly request: Pick<Message, 'n' | 'from' | 'to'> & { readonly label: string }
  /** What the Hacker holds; empty in other questions. */
  readonly stolen: readonly SecretKind[]
  /** The token whose place is asked for; in other questions left out. */
  readonly token?: Token
  /** Any number of options may be right; else exactly one is. */
  readonly several: boolean
  readonly options: readonly Option[]
  /** What the author of an own lesson asks, and tells after the answer. */
  readonly own?: { readonly ask: Said; readonly why: Said | null }
  /** Numbers of the messages that prove the answer. */
  readonly evidence: readonly number[]
}

/** An option of a question with radio buttons. */
export const choice = (answer: PredictAnswer, right: boolean): Option => ({
  key: Object.values(answer).join(' '),
  answer,
  right,
  verdict: null,
})

/** Whether an answer says that none of the others holds: it stands last, and alone. */
export const isNone = ({ what }: PredictAnswer): boolean =>
  what === 'no-cookie' || what === 'not-kept'

/** What the request of a question looks like from outside. */
export const asked = ({ n, from, to, label }: Message): PredictQuestion['request'] => ({
  n,
  from,
  to,
  label: protocolText(label),
})

/** The messages of an exchange and of all that it caused. */
export const causedBy = (messages: readonly Message[], exchange: number): readonly Message[] => {
  const caused = new Set([exchange])
  return messages.filter((message) => {
    if (message.cause !== null && caused.has(message.cause) && message.exchange !== null)
      caused.add(message.exchange)
    return message.exchange !== null && caused.has(message.exchange)
  })
}

/** The request of the exchange that a message belongs to. */
export const requestOf = (messages: readonly Message[], message: Message): Message | undefined =>
  messages.find(({ kind, exchange }) => kind === 'request' && exchange === message.exchange)
