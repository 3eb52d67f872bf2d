import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Participant } from '../../../scenarios/vocabulary.ts'
import type { Secret } from '../../../scenarios/view/secrets.ts'
import type { Lanes } from '../../diagram/picture.ts'
import type { Moment } from '../../moment.ts'
import { participantIcon } from '../icons.ts'
import { chip } from '../lab-chip.ts'

/** Participants in whose hands secrets are shown: the user agents. Servers have the State panel. */
const agents = new Set<Participant>(['Browser', 'Mobile', 'Hacker'])

/** Chips in a hand; the rest are counted. */
const mostInHand = 3

/** A hand shows what opens something; the small change of a login would hide it. */
const passing = new Set<Secret['kind']>(['state', 'verifier', 'password', 'client-secret'])

const inHand = (participant: Participant, moment: Moment): readonly Secret[] =>
  moment.secrets.filter(
    ({ name, kind }) =>
      !passing.has(kind) && moment.hands.get(name)?.holders.includes(participant) === true,
  )

const hand = (participant: Participant, moment: Moment): TemplateResult | typeof nothing => {
  if (!agents.has(participant)) return nothing
  const isLive = ({ name }: Secret) => moment.fates.get(name) === 'alive'
  const held = inHand(participant, moment).toSorted((a, b) => Number(isLive(b)) - Number(isLive(a)))
  const shown = held.length > mostInHand ? mostInHand - 1 : mostInHand
  const rest = held.length - shown
  return html`<span class="hand">
    ${repeat(
      held.slice(0, shown),
      ({ name }) => name,
      (secret) => chip(secret, moment, true),
    )}${rest > 0 ? html`<span class="more">+${rest}</span>` : nothing}
  </span>`
}

/** The participants, which stay in sight while the picture scrolls, and what is in their hands. */
export const heads = (
  lanes: Lanes,
  moment: Moment,
  narrow: boolean,
  height: number,
): TemplateResult => {
  const { message } = moment
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
          <span class="who">${participantIcon(participant)}${participant}</span>
          ${narrow ? nothing : hand(participant, moment)}
        </div>`
      })}
    </div>
  </div>`
}
