import type { Participant } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import { inspect } from '../projections/inspection.ts'

/** Somebody that a password was sent to, and in which messages. */
export interface Learned {
  readonly participant: Participant
  readonly evidence: readonly number[]
}

/** Whether a message carries a password that somebody typed, redacted or not. */
export const carriesPassword = (message: Message): boolean =>
  message.kind === 'request' &&
  (inspect(message)?.parameters ?? []).some(
    ({ source, name, value }) =>
      source !== 'location' && name.split('.').at(-1) === 'password' && value !== '',
  )

/** Everyone that gets to see a password, in the order in which they do. */
export const whoLearns = (messages: readonly Message[]): readonly Learned[] => {
  const told = new Map<Participant, number[]>()
  for (const message of messages.filter(carriesPassword))
    told.set(message.to, [...(told.get(message.to) ?? []), message.n])
  return [...told].map(([participant, evidence]) => ({ participant, evidence }))
}
