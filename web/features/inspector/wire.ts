import { html } from 'lit'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import { sentAs, type Stretch } from '../../../scenarios/projections/sent-as.ts'
import { spokenOf } from '../../../scenarios/projections/spoken.ts'
import type { WireSegment } from '../../../scenarios/projections/wire.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { Frame } from '../../player/frame.ts'
import type { Content } from './rows.ts'

/** How much of a stretch is shown before it is folded in the middle. */
interface Limit {
  readonly longest: number
  readonly head: number
  readonly tail: number
}

/** A value beside its name. */
const valueLimit: Limit = { longest: 72, head: 34, tail: 14 }

/** The text of a page. */
const pageLimit: Limit = { longest: 600, head: 420, tail: 80 }

/** Where a long stretch is folded; null when it is short enough to be shown. */
const foldOf = (
  text: string,
  { longest, head, tail }: Limit,
): { readonly head: string; readonly hidden: number; readonly tail: string } | null =>
  text.length <= longest
    ? null
    : {
        head: text.slice(0, head),
        hidden: text.length - head - tail,
        tail: text.slice(-tail),
      }

/** What the story's sentence speaks of: names in the message, and kinds of secret. */
export interface Spoken {
  readonly names: ReadonlySet<string>
  readonly has: (secret: Secret) => boolean
}

export const spokenAt = (
  { message, run }: Frame,
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
  readonly frame: Frame
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
  { frame, words, spoken, unfolded, unfold }: Drawing,
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
  const drawn = sentAs(text, frame.mark(text)).map(({ text: sent, secret }: Stretch, place) => {
    const content = folded(sent, `${index}.${place}`)
    if (secret === null) return content
    const isMarked = !isNamed && (spoken.has(secret) || frame.followed?.name === secret.name)
    const colour = `--hue:var(--hue-${secret.kind})`
    return markedIf(isMarked, html`<span class="secret" .style=${colour}>${content}</span>`)
  })
  return role === 'line'
    ? html`<span class="line">${drawn}</span>`
    : markedIf(isNamed, html`${drawn}`)
}

/** Whether anything in the message is marked. */
export const isMarked = (
  segments: readonly WireSegment[],
  { frame, spoken }: Pick<Drawing, 'frame' | 'spoken'>,
): boolean =>
  segments.some(({ of }) => spoken.names.has(of)) ||
  frame.secrets.some((secret) => secret.carriedBy.includes(frame.cursor) && spoken.has(secret))
