import { html } from 'lit'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import { sentAs, type Stretch } from '../../../scenarios/projections/sent-as.ts'
import { spokenOf } from '../../../scenarios/projections/spoken.ts'
import type { WireSegment } from '../../../scenarios/projections/wire.ts'
import type { Moment } from '../../moment.ts'
import type { Words } from '../../words/catalogue.ts'
import { foldOf, pageLimit, valueLimit } from './fold.ts'
import type { Content } from './rows.ts'

/** What the story's sentence speaks of: names in the message, and kinds of secret. */
export interface Spoken {
  readonly names: ReadonlySet<string>
  readonly has: (secret: Secret) => boolean
}

export const spokenAt = (
  { message, run }: Moment,
  segments: readonly WireSegment[],
  { story, ui }: Words,
): Spoken => {
  const sentence = message === null ? '' : story(message, run.trace)
  const names = segments.map(({ of }) => of)
  return {
    names: spokenOf(sentence, names),
    has: ({ kind }) => spokenOf(sentence, ui.raw.spoken[kind]).size > 0,
  }
}

/** How wire text is drawn: what is marked, what is unfolded, and what unfolds it. */
export interface Drawing {
  readonly moment: Moment
  readonly words: Words
  readonly spoken: Spoken
  readonly unfolded: ReadonlySet<string>
  readonly unfold: (at: string) => void
}

const markedIf = (isMarked: boolean, content: Content): Content =>
  isMarked ? html`<mark>${content}</mark>` : content

/** A segment of a message as sent; `index` is its place in the message. */
export const wireText = (
  { role, text, of }: WireSegment,
  index: number,
  { moment, words, spoken, unfolded, unfold }: Drawing,
): Content => {
  const isNamed = of !== '' && spoken.names.has(of)
  if (role === 'sign') return html`<span class="sign">${text}</span>`
  if (role === 'name') return html`<span class="name">${markedIf(isNamed, html`${text}`)}</span>`
  const folded = (stretch: string, at: string): Content => {
    const limit = of === '' ? pageLimit : valueLimit
    const fold = unfolded.has(at) ? null : foldOf(stretch, limit)
    if (fold === null) return html`${stretch}`
    const button = html`<button type="button" @click=${() => unfold(at)}>
      ${words.ui.message.unfold(fold.hidden)}
    </button>`
    return html`${fold.head}${button}${fold.tail}`
  }
  const drawn = sentAs(text, moment.mark(text)).map(({ text: sent, secret }: Stretch, place) => {
    const content = folded(sent, `${index}.${place}`)
    if (secret === null) return content
    const isMarked = !isNamed && (spoken.has(secret) || moment.followed?.name === secret.name)
    const colour = `--hue:var(--hue-${secret.kind})`
    return markedIf(isMarked, html`<span class="secret" style=${colour}>${content}</span>`)
  })
  return role === 'line'
    ? html`<span class="line">${drawn}</span>`
    : markedIf(isNamed, html`${drawn}`)
}

/** Whether anything in the message is marked. */
export const isMarked = (
  segments: readonly WireSegment[],
  { moment, spoken }: Pick<Drawing, 'moment' | 'spoken'>,
): boolean =>
  segments.some(({ of }) => spoken.names.has(of)) ||
  moment.secrets.some((secret) => secret.carriedBy.includes(moment.cursor) && spoken.has(secret))
