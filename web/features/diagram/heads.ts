import { html, nothing, type TemplateResult } from 'lit'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import type { Lanes } from './geometry.ts'
import type { Frame } from '../../player/frame.ts'
import { deferred } from '../../ui/deferred.ts'
import { participantIcon } from '../../ui/icons.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { chip } from '../secrets/lab-chip.ts'

/** Participants in whose hands secrets are shown: the user agents. Servers have the State panel. */
const agents = new Set<Participant>(['Browser', 'Mobile', 'Hacker'])

/** Width of a chip in a hand, about, in CSS pixels; what has no room is counted. */
const chipWidth = 50

/** A hand shows what opens something; the small change of a login would hide it. */
const passing = new Set<Secret['kind']>(['state', 'verifier', 'password', 'client-secret'])

const inHand = (participant: Participant, frame: Frame): readonly Secret[] =>
  frame.secrets.filter(
    ({ name, kind }) =>
      !passing.has(kind) && frame.hands.get(name)?.holders.includes(participant) === true,
  )

/** What was stolen comes first, then what is still valid. */
const weight = ({ name }: Secret, { fates, hands }: Frame): number =>
  Number(hands.get(name)?.stolen === true) * 2 + Number(fates.get(name) === 'alive')

const hand = (
  participant: Participant,
  frame: Frame,
  lane: number,
): TemplateResult | typeof nothing => {
  if (!agents.has(participant)) return nothing
  const held = inHand(participant, frame).toSorted((a, b) => weight(b, frame) - weight(a, frame))
  const room = Math.max(1, Math.floor(lane / chipWidth))
  const shown = held.length > room ? Math.max(1, room - 1) : room
  const rest = held.length - shown
  return html`<span class="hand">
    ${held.slice(0, shown).map((secret) => chip(secret, frame, true))}${rest > 0 ? html`<span class="more">+${rest}</span>` : nothing}
  </span>`
}

/** The participants, which stay in sight while the picture scrolls, and what is in their hands. */
export const heads = (
  lanes: Lanes,
  frame: Frame,
  words: Words,
  narrow: boolean,
  height: number,
): TemplateResult => {
  const { message } = frame
  return html`<div
    class="heads ${narrow ? 'is-narrow' : ''}"
    aria-hidden="true"
    style="--head:${height}px"
  >
    <div class="head-row" style="width:${lanes.width}px">
      ${lanes.columns.map(({ participant, x }) => {
        const active = message?.from === participant || message?.to === participant
        return html`<div
          class="participant ${active ? 'is-active' : ''}"
          style="left:${x}px;--lane:var(--lane-${participant.toLowerCase()})"
        >
          <span class="who">${participantIcon(participant)}${nameOf(participant, words)}</span>
          ${narrow ? nothing : html`${deferred(() => hand(participant, frame, lanes.width / lanes.columns.length))}`}
        </div>`
      })}
    </div>
  </div>`
}
