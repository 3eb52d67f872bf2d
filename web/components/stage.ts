import { html, nothing, type TemplateResult } from 'lit'
import { workflowBySlug } from '../../scenarios/catalogue/index.ts'
import type { Layer } from '../layers.ts'
import type { Moment } from '../moment.ts'
import type { PlaybackState } from '../playback.ts'
import type { Published } from '../published.ts'
import type { Telling } from '../telling.ts'
import { travelTimeOf } from '../travel-time.ts'
import type { Words } from '../words/catalogue.ts'
import { icon } from './icons.ts'

/** Everything that the stage shows, and what its few own buttons do. */
export interface StageParts {
  readonly moment: Moment
  /** The moment as far as it may be seen; less than all while the learner predicts. */
  readonly shown: Moment
  readonly telling: Telling
  /** What the learner is asked to foretell. */
  readonly prediction: TemplateResult | typeof nothing
  readonly layer: Layer
  readonly playback: PlaybackState
  readonly words: Words
  /** What has to be told above everything else. */
  readonly told: TemplateResult
  readonly picture: 'diagram' | 'list'
  /** The diagram is there; until then the list is. */
  readonly drawn: boolean
  readonly drawerOpen: boolean
  readonly published: Published | null
  readonly toggleDrawer: () => void
}

/** The same at every step: a new list each time would have the story drawn again. */
const none: readonly never[] = []

/** Story, picture, inspector, choices and transport bar of one moment of a run. */
export const stage = ({
  moment,
  shown,
  telling,
  prediction,
  layer,
  playback,
  words,
  told,
  picture,
  drawn,
  drawerOpen,
  published,
  toggleDrawer,
}: StageParts): TemplateResult => {
  const say = words.ui.stage
  const showsList = picture === 'list' || !drawn
  return html`<div class="stage ${drawerOpen ? 'is-open' : ''}">
    <div class="notices">${told}</div>
    <lab-print
      .moment=${moment}
      .heading=${words.say(workflowBySlug(playback.run.trace.workflow)?.title ?? '')}
    ></lab-print>
    <div class="scroll">
      <div class="telling">
        ${prediction}
        <lab-story
          role="region"
          aria-label=${say.story}
          .moment=${shown}
          .sentence=${telling.sentence}
          .published=${telling.arrow}
          .corrected=${telling.corrected}
          .assumed=${telling.assumed}
          .differences=${playback.run.differences ?? none}
        ></lab-story>
        <lab-verdict .verdict=${telling.verdict} .attack=${telling.attack}></lab-verdict>
      </div>
      <div
        class="picture ${picture === 'list' ? 'is-list' : ''}"
        role="region"
        aria-label=${say.messages}
      >
        <lab-search .moment=${shown}></lab-search>
        <lab-list
          class=${showsList ? '' : 'peek'}
          .moment=${shown}
          .published=${published}
          ?away=${!showsList}
        ></lab-list>
        <lab-diagram
          role="group"
          aria-label=${say.diagram}
          tabindex="0"
          style=${showsList ? 'visibility:hidden' : ''}
          .moment=${moment}
          ?veiled=${shown !== moment}
          .travelTime=${travelTimeOf(moment, playback)}
          .published=${published}
          ?playing=${playback.playing}
        ></lab-diagram>
        <lab-outline ?hidden=${picture === 'list'} .moment=${shown}></lab-outline>
      </div>
      <button
        type="button"
        class="drawer"
        aria-expanded=${drawerOpen ? 'true' : 'false'}
        @click=${toggleDrawer}
      >
        ${icon('down')}${drawerOpen ? say.hideInspector : say.showInspector}
      </button>
      <lab-inspector
        role="region"
        aria-label=${say.inspector}
        .moment=${shown}
        .layer=${layer}
      ></lab-inspector>
    </div>
    <lab-choices
      role="region"
      aria-label=${say.choices}
      .moment=${moment}
      ?waiting=${playback.waiting}
    ></lab-choices>
    <lab-controls
      role="region"
      aria-label=${say.playback}
      .moment=${moment}
      ?playing=${playback.playing}
      .speed=${playback.speed}
    ></lab-controls>
  </div>`
}
