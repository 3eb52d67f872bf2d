import type { Moment } from './moment.ts'
import type { Words } from './words/catalogue.ts'

/** What a screen reader hears when the learner has moved: once per step, nothing while it plays. */
export const announcement = (
  { message, arrows, cursor }: Moment,
  sentences: readonly string[],
  { ui: { stage }, say }: Words,
): string => {
  if (message === null) return stage.before
  const { from, to, kind, label } = message
  const what = stage.said(cursor, arrows.length, from, kind === 'self' ? null : to, say(label))
  return [what, ...sentences].join(' ')
}
