import type { AttackId } from '../attack-id.ts'
import type { None, NestedText } from './param.ts'

/** What participants do by themselves in attacks, and where something goes wrong. */
export interface RareNoteTexts {
  readonly 'note.overwrites': { readonly host: string; readonly names: string }
  readonly 'note.moves-clock': None
  readonly 'note.waits': { readonly seconds: number }
  readonly 'note.waits-for-jwt': { readonly seconds: number }
  readonly 'note.jwt-is-over': None
  readonly 'note.waits-not': None
  readonly 'note.jwt-lives-on': { readonly seconds: number; readonly next: number }
  readonly 'note.revokes-refresh-token': None
  readonly 'note.revokes-sso-session': None
  readonly 'note.refresh-token-lives-on': { readonly why: readonly NestedText[] }
  readonly 'note.sso-session-lives-on': { readonly why: readonly NestedText[] }
  readonly 'note.gives-up': { readonly why: NestedText }
  readonly 'note.upgrades': None
  readonly 'note.blocked-by-cors': { readonly why: NestedText }
  readonly 'note.blocked-by-policy': { readonly directive: string }
  readonly 'note.sets-out': { readonly attack: AttackId }
  readonly 'note.shows-cookies': None
  readonly 'note.shows-jwt': None
  readonly 'note.waits-in-vain': None
  readonly 'note.script-sent-nothing': None
  readonly 'note.shows-chosen-id': None
  readonly 'note.hears-nothing': None
  readonly 'note.hears-cookies': None
  readonly 'note.log-is-empty': None
  readonly 'note.finds-key-in-log': None
  readonly 'note.reads-har': None
  readonly 'note.reads-code': None
  readonly 'note.swaps-code': None
  readonly 'note.keeps-callback': None
  readonly 'note.shows-refresh-token': None
  readonly 'note.somebody-else': None
  readonly 'note.asked-second-factor': None
  readonly 'note.asked-registration': None
  readonly 'note.asked-verification': None
  readonly 'note.asked-new-password': None
  readonly 'note.asked-consent': None
  readonly 'note.error-page': None
  readonly 'note.unknown-page': None
  readonly 'note.checks-first-to': None
  readonly 'note.follows-last-to': None
  readonly 'note.ends-all-sessions': None
  readonly 'note.app-link': None
}
