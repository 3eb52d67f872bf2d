import { html, nothing, type TemplateResult } from 'lit'
import type { Attack, Stop } from '../../../scenarios/attacks/attack.ts'
import { presets } from '../../../scenarios/defences/presets.ts'
import { differing } from '../../../scenarios/defences/read.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { icon } from '../../ui/icons.ts'
import { viewLink, workflowLink } from '../../router/links.ts'
import { writeDefences } from '../../router/write.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { switchOf, type Trial } from './trial.ts'
import type { DefendWords } from './words.en.ts'
import { labelText } from '../../../scenarios/i18n/label.ts'
import { type Text, textOf } from '../../../scenarios/model/text.ts'

/** How it stands with a trial. */
export type TrialStatus =
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly problem: Text }
  | {
      readonly kind: 'done'
      readonly trial: Trial
    }

export interface AttackParts {
  readonly attack: Attack
  readonly workflow: Workflow
  /** By `switchName`; '' is the attack without any of them. */
  readonly tried: ReadonlyMap<string, TrialStatus>
  readonly words: DefendWords
  readonly lab: Words
  readonly tryOne: (stop: Stop | null) => void
  readonly tryAll: () => void
  /** Attacks in the run that is open, at the message that is shown. */
  readonly here: () => void
}

/** A stop as text: `http-only`, `same-site=strict`. */
export const stopName = (stop: Stop | null): string => {
  if (stop === null) return ''
  const [id, value] = switchOf(stop)
  return value === true ? id : `${id}=${String(value)}`
}

const titleOf = (stop: Stop, { defences }: DefendWords): string => {
  const [id, value] = switchOf(stop)
  const [title] = defences[id]
  return value === true ? title : `${title} = ${String(value)}`
}

/** The address that plays the attack with this one defence, at the message that decides. */
const playLink = (stop: Stop | null, trial: Trial | null, { attack, workflow }: AttackParts) => {
  const asked = stop === null ? {} : Object.fromEntries([switchOf(stop)])
  const link = workflowLink(workflow.slug, location.search, `attack-${attack.id}`)
  const address = writeDefences(new URL(link, location.href), asked)
  const step = trial?.decided == null ? '' : `#step=${encodeURIComponent(trial.decided.id)}`
  return `${address.search}${step}`
}

const result = (
  stop: Stop | null,
  expected: 'won' | 'stopped',
  parts: AttackParts,
): TemplateResult => {
  const { words, tried, lab } = parts
  const found = tried.get(stopName(stop))
  if (found === undefined)
    return html`<button type="button" class="try" @click=${() => parts.tryOne(stop)}>
      ${icon('play')}<span
        >${words.tryIt(stop === null ? words.undefended : titleOf(stop, words))}</span
      >
    </button>`
  if (found.kind === 'busy') return html`<span class="quiet">${words.trying}</span>`
  if (found.kind === 'failed')
    return html`<span class="quiet">${words.failed(lab.say(found.problem))}</span>`
  const { trial } = found
  const isExpected = (expected === 'won') === trial.won
  return html`<span class="outcome ${trial.won ? 'won' : 'stopped'}">
      ${icon(trial.won ? 'warning' : 'shield')}<b>${trial.won ? words.wins : words.fails}</b>
      <span class="quiet">(${isExpected ? words.confirmed : words.surprising})</span>
    </span>
    ${
      trial.decided === null
        ? nothing
        : html`<span class="decided"
            >${words.decidedAt(
              trial.decided.n,
              trial.reason === null
                ? labelText(trial.decided.label, lab.say)
                : lab.say(trial.reason),
            )}</span
          >`
    }
    <a href=${playLink(stop, trial, parts)}>${words.play}</a>`
}

const experimentsWith = (
  title: string,
  stops: readonly Stop[],
  expected: 'won' | 'stopped',
  parts: AttackParts,
): TemplateResult | typeof nothing =>
  stops.length === 0
    ? nothing
    : html`<h4>${title}</h4>
        <ul class="experiments">
          ${stops.map(
            (stop) =>
              html`<li>
                <span class="stop">${titleOf(stop, parts.words)}</span>
                <span class="tried">${result(stop, expected, parts)}</span>
              </li>`,
          )}
        </ul>`

/** An attack: what it needs, where it happened, and what each defence does about it. */
export const attackPart = (parts: AttackParts): TemplateResult => {
  const { attack, workflow, words, lab } = parts
  const usual = presets.usual(workflow)
  const weak = differing({ ...usual, ...attack.weak(workflow) }, usual)
  return html`<section class="about" aria-labelledby="about-attack">
    <h3 id="about-attack">${lab.say(textOf('attack', { attack: attack.id }))}</h3>
    <dl>
      <dt>${words.precondition}</dt>
      <dd>
        ${lab.say(textOf('attack.needs', { attack: attack.id }))}
        ${
          Object.keys(weak).length === 0
            ? nothing
            : html`<span class="weak"
                >${Object.entries(weak).map(
                  ([id, value]) => html`<code>${id} = ${String(value)}</code> `,
                )}</span
              >`
        }
      </dd>
      ${
        attack.incident === null
          ? nothing
          : html`<dt>${words.incident}</dt>
              <dd>
                ${attack.incident.when}:
                ${lab.say(textOf('incident', { incident: attack.incident.id }))}
                <span class="quiet" lang="en">${attack.incident.source}</span>
              </dd>`
      }
    </dl>
    <div class="bar">
      <button type="button" class="all" @click=${parts.tryAll}>${words.tryAll}</button>
      <button type="button" class="here" @click=${parts.here}>${words.here}</button>
      <a href=${viewLink('matrix', location.search, attack.id)}>${words.matrix}</a>
    </div>
    <ul class="experiments">
      <li>
        <span class="stop">${words.undefended}</span>
        <span class="tried" role="status">${result(null, 'won', parts)}</span>
      </li>
    </ul>
    ${experimentsWith(words.stops, attack.stops(workflow), 'stopped', parts)}
    ${experimentsWith(words.stopsNot, attack.helpsNot(workflow), 'won', parts)}
  </section>`
}
