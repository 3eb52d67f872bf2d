import { type Text, textOf } from '../model/text.ts'
import type { LabEvent } from '../model/event.ts'
import type { Phase } from '../model/participant.ts'
import type { DividerKind } from '../model/divider.ts'

/** What a mark between messages means; decides its colour everywhere. */
export type Tone = 'expiry' | 'sso' | 'attack' | 'note'

/** A chapter's heading. */
export const phaseTitle = (phase: Phase): Text => textOf('phase', { phase })

const tones: Readonly<Record<DividerKind, Tone>> = {
  'session-expired': 'expiry',
  'session-and-refresh-token-expired': 'expiry',
  'jwt-expired': 'expiry',
  'jwt-and-refresh-token-expired': 'expiry',
  'sso-session-expired': 'expiry',
  'time-passed': 'expiry',
  'refresh-token-revoked': 'expiry',
  'password-changed': 'note',
  'key-added': 'note',
  'key-rotated': 'expiry',
  sso: 'sso',
  'sso-not-provided': 'attack',
  'attack-vectors': 'attack',
  'fusionauth-stopped': 'expiry',
  'fusionauth-started': 'note',
}

/** Words and tone of a divider; one of another version has no tone. */
export const dividerWords = (kind: DividerKind): { readonly tone: Tone; readonly text: Text } => ({
  tone: tones[kind] ?? 'note',
  text: textOf('divider', { kind }),
})

/** Who acts when an event is sent; groups the choices and picks their sign. */
export type Actor = 'learner' | 'clock' | 'hacker' | 'fusionauth'

/** The `who` of `who.verb`. */
export const actorOf = (event: LabEvent): Actor => event.type.split('.', 1)[0] as Actor

/** What a developer would say to make this happen; the words on a choice's button. */
export const eventWords = (event: LabEvent): Text => textOf('event', { event })
