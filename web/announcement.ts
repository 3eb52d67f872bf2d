import type { Moment } from './moment.ts'

/** What a screen reader hears when the learner has moved: once per step, nothing while it plays. */
export const announcement = ({ message, arrows, cursor }: Moment, sentence: string): string => {
  if (message === null) return 'Before the first message.'
  const way = message.kind === 'self' ? message.from : `${message.from} to ${message.to}`
  return `Message ${cursor} of ${arrows.length}, ${way}: ${message.label}. ${sentence}`
}
