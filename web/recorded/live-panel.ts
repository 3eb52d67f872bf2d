import { html, type TemplateResult } from 'lit'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Playback } from '../player/playback.ts'
import type { PlaybackState } from '../player/playback-state.ts'
import type { LabLive } from './lab-live.ts'

/**
 * What a small player lets its reader do in a run at work.
 *
 * @param askWhole the whole lab is wanted
 * @param draw more is told of the run than before
 */
export const panelOf = (
  panel: LabLive,
  playback: Playback,
  askWhole: () => void,
  draw: () => void,
): TemplateResult => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const own =
    <Detail>(act: (detail: Detail) => void) =>
    (event: CustomEvent<Detail>): void => {
      event.stopPropagation()
      act(event.detail)
    }
  return html`<div
    class="interfere"
    @lab-send=${own<LabEvent>((event) => void playback.act(event, !calm))}
    @lab-seek=${own<number>((n) => void playback.seek(n))}
    @lab-branch=${own<string>((branch) => void playback.switchTo(branch))}
    @lab-defend=${own(askWhole)}
    @lab-told=${own(draw)}
  >
    ${panel}
  </div>`
}

/** Shows in it how the run stands. */
export const showIn = (panel: LabLive, { run, cursor, waiting }: PlaybackState): void => {
  panel.run = run
  panel.cursor = cursor
  panel.waiting = waiting
}
