import { html, nothing, type TemplateResult } from 'lit'
import { labelText } from '../../scenarios/i18n/label.ts'
import type { Playback } from '../player/playback.ts'
import { icon, type IconName } from '../ui/icons.ts'
import { lengthOf, type Shown } from './view.ts'

/** What the transport bar drives. */
export interface Driven {
  readonly playback: Playback
  readonly asList: boolean
  readonly hasDetails: boolean
  readonly offersLive: boolean
  /** The engine is on its way. */
  readonly starting: boolean
  /** It is a run at work. */
  readonly isLive: boolean
  readonly seek: (n: number) => void
  readonly toggleList: () => void
  readonly toggleDetails: () => void
  readonly runLive: () => void
}

const button = (sign: IconName, name: string, pressed: () => void, look = '') =>
  html`<button type="button" class=${look} aria-label=${name} title=${name} @click=${pressed}>
    ${icon(sign)}
  </button>`

/** The slider over all messages. */
const slider = ({ told, run, cursor, words }: Shown, seek: (n: number) => void) => {
  const length = lengthOf(run)
  const message = run.trace.messages[cursor - 1]
  const place =
    message === undefined
      ? words.nothingYet
      : words.at(cursor, length, message.from, message.to, labelText(message.label, told.say))
  return html`<input
    type="range"
    min="0"
    max=${length}
    .value=${String(cursor)}
    aria-label=${words.message}
    aria-valuetext=${place}
    @input=${(event: Event) => seek(Number((event.target as HTMLInputElement).value))}
  />`
}

/** The transport bar: back and forth, play, a slider, list, details, and the way to the engine. */
export const controlsOf = (shown: Shown, driven: Driven): TemplateResult => {
  const { words, cursor } = shown
  const { playback, seek } = driven
  const length = lengthOf(shown.run)
  const { playing } = playback.state
  const live = html`<button
    type="button"
    class="text live"
    title=${driven.isLive ? words.wholeMeaning : words.liveMeaning}
    aria-disabled=${driven.starting ? 'true' : 'false'}
    @click=${driven.runLive}
  >
    ${driven.starting ? words.starting : driven.isLive ? words.whole : words.live}
  </button>`
  return html`<div class="controls">
    <div class="buttons">
      ${button('first', words.first, () => seek(0))}
      ${button('back', words.back, () => playback.back())}
      ${button(
        playing ? 'pause' : 'play',
        playing ? words.pause : words.play,
        () => playback.toggle(),
        'play',
      )}
      ${button('forward', words.forward, () => void playback.forward())}
      ${button('last', words.last, () => seek(length))}
    </div>
    ${slider(shown, seek)}
    <span class="count"><b>${cursor}</b> / ${length}</span>
    <button type="button" class="text" @click=${driven.toggleList}>
      ${driven.asList ? words.picture : words.list}
    </button>
    <button
      type="button"
      class="text"
      aria-expanded=${driven.hasDetails ? 'true' : 'false'}
      @click=${driven.toggleDetails}
    >
      ${driven.hasDetails ? words.hideDetails : words.details}
    </button>
    ${driven.offersLive ? live : nothing}
  </div>`
}
