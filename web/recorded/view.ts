import { html, nothing, type TemplateResult } from 'lit'
import { labelText } from '../../scenarios/i18n/label.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { arrowsOf, type Arrow } from '../../scenarios/projections/sequence.ts'
import { phaseTitle } from '../../scenarios/projections/words.ts'
import type { RecordedPicture } from './picture.ts'
import { numberAt } from '../features/diagram/picture.ts'
import { icon, participantIcon } from '../ui/icons.ts'
import type { Told } from './told.ts'
import type { RecordedWords } from './words.en.ts'

/** What the small player shows. */
export interface Shown {
  readonly told: Told
  readonly run: RunState
  /** Messages shown. */
  readonly cursor: number
  readonly words: RecordedWords
}

/** Messages sent and planned. */
export const lengthOf = ({ trace, plan }: RunState): number => trace.messages.length + plan.length

/** The participants above the picture. Styles are set as properties: pages of others may forbid style attributes. */
const headsOf = ({ lanes }: RecordedPicture, message: Message | undefined): TemplateResult =>
  html`<div
    class="heads ${lanes.width / lanes.columns.length < 100 ? 'is-narrow' : ''}"
    aria-hidden="true"
  >
    <div class="head-row" .style=${`width:${lanes.width}px`}>
      ${lanes.columns.map(({ participant, x }) => {
        const active = message?.from === participant || message?.to === participant
        return html`<div
          class="participant ${active ? 'is-active' : ''}"
          .style=${`left:${x}px;--lane:var(--lane-${participant.toLowerCase()})`}
        >
          <span class="who">${participantIcon(participant)}${participant}</span>
        </div>`
      })}
    </div>
  </div>`

const ways = ({ from, to, kind }: Message | Arrow, words: RecordedWords): TemplateResult =>
  kind === 'self'
    ? html`<b>${from}</b>`
    : html`<b>${from}</b> <span aria-hidden="true">→</span><span class="unseen">${words.to}</span>
        <b>${to}</b>`

/** The message that is shown, in a sentence. */
export const sentenceOf = ({ told, run, cursor, words }: Shown): TemplateResult => {
  const { say, story } = told
  const message = run.trace.messages[cursor - 1]
  if (message === undefined)
    return html`<div class="sentence" tabindex="0" role="group" aria-label=${words.message}>
      <p class="what"><b>${told.lesson}</b></p>
      <p>${words.beginning(lengthOf(run))}</p>
    </div>`
  const simulated = message.provenance === 'simulated'
  return html`<div class="sentence" tabindex="0" role="group" aria-label=${words.message}>
    <p class="what">
      ${message.n}. ${ways(message, words)}
      <span class="mono">${labelText(message.label, say)}</span>
      · ${say(phaseTitle(message.phase))}${simulated ? html` · <i>${words.simulated}</i>` : nothing}
    </p>
    <p>${story(cursor)}</p>
  </div>`
}

/** All messages as text, each of which shows the lesson as it is after it. */
export const listOf = (
  { told, run, cursor, words }: Shown,
  seek: (n: number) => void,
): TemplateResult =>
  html`<ol class="list" aria-label=${words.messages}>
    ${arrowsOf(run).map(
      (message) =>
        html`<li>
          <button
            type="button"
            aria-current=${message.n === cursor ? 'step' : nothing}
            @click=${() => seek(message.n)}
          >
            ${message.n}. ${ways(message, words)}
            <span class="mono">${labelText(message.label, told.say)}</span>
            <span class="story">${told.story(message.n)}</span>
          </button>
        </li>`,
    )}
  </ol>`

/** What kind of recording it is, and of what. */
const meaningOf = ({ isWhole, trace }: Told, words: RecordedWords, isLive: boolean): string => {
  if (isLive) return words.liveNow
  if (!isWhole) return words.recordedMeaning
  return trace.fusionauth.kind === 'fusionauth' ? words.savedReal : words.saved
}

/**
 * What is played, that it is recorded, and the way to the whole lab.
 *
 * @param home address of the whole lab; '' for none
 * @param isHeading of the page
 * @param isLive it is no recording
 */
export const barOf = (
  { told, words }: Shown,
  home: string,
  isHeading: boolean,
  isLive: boolean,
): TemplateResult => {
  const link = html`<a href=${home} target="_blank" rel="noopener" title=${words.open}
    ><span class="word">${words.open}</span>${icon('out')}</a
  >`
  return html`<div class="bar">
    ${
      isHeading
        ? html`<h1 class="name" title=${told.lesson}>${told.title}</h1>`
        : html`<p class="name" title=${told.lesson}>${told.title}</p>`
    }
    <span class="badge-text ${isLive ? 'is-live' : ''}" title=${meaningOf(told, words, isLive)}
      >${isLive ? words.isLive : words.recorded}</span
    >
    ${home === '' ? nothing : link}
  </div>`
}

/** The picture, with what comes after the message that is shown paler. */
export const pictureOf = (
  { run, cursor, words }: Shown,
  picture: RecordedPicture | null,
  seek: (n: number) => void,
): TemplateResult => {
  const { messages } = run.trace
  const length = lengthOf(run)
  const top = picture?.bottomOf(cursor) ?? 0
  const isWhole = picture === null || cursor === 0 || cursor === length
  return html`${picture === null ? nothing : headsOf(picture, messages[cursor - 1])}
    <div
      class="canvas"
      .style=${`width:${picture?.lanes.width ?? 0}px`}
      @click=${(event: Event) => {
        const n = numberAt(event)
        if (n !== null) seek(n)
      }}
    >
      <div class="drawing" role="img" aria-label=${words.diagram(length)}></div>
      ${
        isWhole
          ? nothing
          : html`<i class="ahead" .style=${`top:${top}px;height:${picture.height - top}px`}></i>`
      }
    </div>`
}
