import type { StolenCredential } from '../credential.ts'
import type { AgentName } from '../participant.ts'
import type { None, NestedText } from './param.ts'

/** What participants do by themselves in the usual course of things, as the arrows say it. */
export interface NoteTexts {
  readonly 'note.creates-session': None
  readonly 'note.extends-session': None
  readonly 'note.ends-session': None
  readonly 'note.login-again': None
  readonly 'note.steals': { readonly what: StolenCredential }
  readonly 'note.finds-none': { readonly what: StolenCredential; readonly device: AgentName }
  readonly 'note.waits-for-refresh': None
  readonly 'note.forgets-keys': None
  readonly 'note.opens-app': None
  readonly 'note.goes-home': None
  readonly 'note.opens-browser': None
  readonly 'note.renders-login-form': None
  readonly 'note.shows-problem': None
  readonly 'note.looks-for-jwt': None
  readonly 'note.keeps-jwt': None
  readonly 'note.drops-jwt': None
  readonly 'note.no-answer': { readonly why: NestedText }
}
