import { html, nothing, type TemplateResult } from 'lit'
import { workflowTitle } from '../../scenarios/catalogue/index.ts'
import type { Words } from '../i18n/catalogue.ts'
import type { Commentary } from '../player/commentary.ts'
import type { Frame } from '../player/frame.ts'
import { pace } from '../player/pace.ts'
import type { PlaybackState } from '../player/playback-state.ts'
import type { Published } from '../player/published.ts'
import type { Layer } from '../router/layers.ts'
import { icon } from '../ui/icons.ts'

/**
 * Milliseconds that the message of a moment travels; 0 for a cut: before the first, after a jump, and
 * for who wants less motion.
 */
const travelTimeOf = ({ message, run }: Frame, { cause, speed }: PlaybackState): number => {
  const travels = cause === 'played' || cause === 'stepped' || cause === 'acted'
  if (message === null || !travels) return 0
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return 0
  return pace(message, run.trace.participants) / speed
}

/** Everything that the stage shows, and what its few own buttons do. */
export interface StageParts {
  readonly frame: Frame
  /** The frame as far as it may be seen; less than all while the learner predicts. */
  readonly shown: Frame
  readonly commentary: Commentary
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

/** Story, picture, inspector, choices and transport bar of one frame of a run. */
export const stage = ({
  frame,
  shown,
  commentary,
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
      .frame=${frame}
      .heading=${words.say(workflowTitle(playback.run.trace.workflow))}
    ></lab-print>
    <div class="scroll">
      <div class="commentary">
        ${prediction}
        <lab-story
          role="region"
          aria-label=${say.story}
          .frame=${shown}
          .sentence=${commentary.sentence}
          .language=${commentary.language}
          .lesson=${commentary.lesson}
          .published=${commentary.arrow}
          .corrected=${commentary.corrected}
          .assumed=${commentary.assumed}
          .differences=${playback.run.differences ?? none}
        ></lab-story>
        <lab-verdict .verdict=${commentary.verdict} .attack=${commentary.attack}></lab-verdict>
      </div>
      <div
        class="picture ${picture === 'list' ? 'is-list' : ''}"
        role="region"
        aria-label=${say.messages}
      >
        <lab-search .frame=${shown}></lab-search>
        <lab-list
          class=${showsList ? '' : 'peek'}
          .frame=${shown}
          .published=${published}
          ?away=${!showsList}
        ></lab-list>
        <lab-diagram
          role="group"
          aria-label=${say.diagram}
          tabindex="0"
          style=${showsList ? 'visibility:hidden' : ''}
          .frame=${frame}
          ?hidesAhead=${shown !== frame}
          .travelTime=${travelTimeOf(frame, playback)}
          .published=${published}
          ?playing=${playback.playing}
        ></lab-diagram>
        <lab-outline ?hidden=${picture === 'list'} .frame=${shown}></lab-outline>
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
        .frame=${shown}
        .layer=${layer}
      ></lab-inspector>
    </div>
    <lab-choices
      role="region"
      aria-label=${say.choices}
      .frame=${frame}
      ?waiting=${playback.waiting}
    ></lab-choices>
    <lab-controls
      role="region"
      aria-label=${say.playback}
      .frame=${frame}
      ?playing=${playback.playing}
      .speed=${playback.speed}
    ></lab-controls>
  </div>`
}
