import { css, html, nothing, type TemplateResult } from 'lit'
import { lifetimeThen, type LifetimeAt } from '../../../scenarios/projections/lifetimes.ts'
import { span } from '../../../scenarios/projections/token.ts'
import type { Frame } from '../../player/frame.ts'
import { deferred } from '../../ui/deferred.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { participantIcon } from '../../ui/icons.ts'
import { chip } from '../secrets/lab-chip.ts'

/** The time of day on the protocol clock. */
export const timeOf = (instant: number): string => new Date(instant).toISOString().slice(11, 19)

/** Days on the protocol clock since its first message, from 1. */
export const dayOf = (instant: number, { run }: Frame): number => {
  const first = Date.parse(run.trace.messages[0]?.at ?? new Date(instant).toISOString())
  return Math.max(1, Math.floor((instant - first) / 86_400_000) + 1)
}

/** A time of day, with the day when it is another than now. */
export const whenOf = (instant: number, frame: Frame, { ui }: Words): string => {
  const day = dayOf(instant, frame)
  return day === dayOf(frame.now, frame)
    ? timeOf(instant)
    : `${timeOf(instant)} (${ui.clock.day(day)})`
}

/** A lifetime in a few words: what it is and of which application. */
export const lifetimeWords = ({ secret, opens }: LifetimeAt, { ui }: Words): string =>
  `${secret.name}, ${ui.clock.what(secret.kind, opens)}`

/** As many as stand above the fold, about; the others follow a frame later. */
const atOnce = 5

/**
 * What runs out, each with its owner and a bar of what is left; as it will be at `then`, when time is
 * being moved on.
 */
export const lifetimeRows = (
  lifetimes: readonly LifetimeAt[],
  frame: Frame,
  words: Words,
  then = frame.now,
): TemplateResult => {
  const { clock } = words.ui
  if (lifetimes.length === 0) return html`<p class="quiet">${clock.nothing}</p>`
  const rows = (some: readonly LifetimeAt[]) =>
    some.map((lifetime) => {
      const { secret, opens, whose, left, endsAt, share } = lifetime
      const later = lifetimeThen(lifetime, then, frame.now)
      const dies = left > 0 && later.left === 0
      const until = whenOf(endsAt, frame, words)
      const state =
        left === 0
          ? endsAt <= frame.now
            ? clock.over(until)
            : clock.ended
          : clock.left(span(later.left), until)
      return html`<li
        class="life ${whose} ${later.left === 0 ? 'is-over' : ''}"
        .style=${`--hue:var(--hue-${secret.kind})`}
      >
        <span class="what">${chip(secret, frame)}<b>${clock.what(secret.kind, opens)}</b></span>
        <span class="whose">
          ${whose === 'hacker' || whose === 'shared' ? participantIcon('Hacker') : nothing}
          ${clock.whose(whose)}
        </span>
        <span class="state ${dies ? 'dies' : ''}">${dies ? clock.dies : state}</span>
        <span class="span" aria-hidden="true"
          >${then === frame.now ? nothing : html`<i class="had" .style=${`inline-size:${100 * share}%`}></i>`}<i
            class="has"
            .style=${`inline-size:${100 * later.share}%`}
          ></i
        ></span>
      </li>`
    })
  return html`<ul class="lives">
    ${rows(lifetimes.slice(0, atOnce))}${deferred(() => rows(lifetimes.slice(atOnce)))}
  </ul>`
}

export const lifetimeStyles = css`
  .lives {
    display: grid;
    gap: 2px;
  }
  .life {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: baseline;
    padding: 6px 0 8px;
    border-bottom: 1px solid var(--line);
  }
  .life:last-child {
    border-bottom: 0;
  }
  .life .what {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .life .what b {
    font-weight: 600;
  }
  .life .whose {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .life.hacker .whose,
  .life.shared .whose {
    color: var(--attack);
    font-weight: 600;
  }
  .life .state {
    font-variant-numeric: tabular-nums;
    font-size: var(--text-xs);
    color: var(--ink-2);
    text-align: end;
  }
  .life .span {
    position: relative;
    grid-column: 1 / -1;
    block-size: 7px;
    border-radius: 4px;
    background: var(--line);
    overflow: hidden;
  }
  .life .span i {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    background: light-dark(oklch(62% 0.14 var(--hue)), oklch(70% 0.12 var(--hue)));
  }
  .life .had {
    opacity: 0.3;
  }
  .life.hacker .span {
    border-radius: 0;
    outline: 1px dashed var(--attack);
    outline-offset: 1px;
  }
  .life.is-over .what b,
  .life.is-over .state {
    text-decoration: line-through;
    color: var(--ink-3);
  }
  .life .state.dies {
    text-decoration: none;
    font-weight: 600;
    color: var(--expiry);
  }
`
