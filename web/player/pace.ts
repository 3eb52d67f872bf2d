import type { Participant } from '../../scenarios/model/participant.ts'

/** Milliseconds between the arrival of a message and the start of the next, at normal speed. */
export const stillness = 1100

/** Milliseconds that a message travels at normal speed: 400 to 700, by the lifelines it crosses. */
export const pace = (
  { from, to }: { readonly from: Participant; readonly to: Participant },
  participants: readonly Participant[],
): number => {
  const distance = Math.abs(participants.indexOf(to) - participants.indexOf(from))
  const farthest = Math.max(1, participants.length - 1)
  return 400 + (300 * distance) / farthest
}
