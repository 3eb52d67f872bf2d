import type { TextCatalogue } from '../catalogue.ts'
import type { StolenCredential } from '../../model/credential.ts'
import type { NoteTexts } from '../../model/texts/notes.ts'

const credentialNames: Readonly<Record<StolenCredential, string>> = {
  'refresh-token': 'refresh token',
  'session-id': 'session id',
  jwt: 'JWT',
  'sso-session': 'single sign-on session',
}

export const notes: TextCatalogue<NoteTexts> = {
  'note.creates-session': 'Creates a session for the user',
  'note.extends-session': 'Finds and extends the session',
  'note.ends-session': 'Ends the session',
  'note.login-again': 'The login starts again',
  'note.steals': ({ what }) => `Gets hold of the ${credentialNames[what]}`,
  'note.finds-none': ({ what, device }) => `Finds no ${credentialNames[what]} in the ${device}`,
  'note.waits-for-refresh': 'Waits for the refresh that is under way',
  'note.forgets-keys': 'Forgets the keys that it had fetched',
  'note.opens-app': 'The user opens the app',
  'note.goes-home': 'Goes back to the first view',
  'note.opens-browser': 'Opens FusionAuth in the system’s browser',
  'note.renders-login-form': 'Renders the login form',
  'note.shows-problem': 'Shows what went wrong',
  'note.looks-for-jwt': 'Looks for a JWT in local storage',
  'note.keeps-jwt': 'Keeps the JWT in local storage',
  'note.drops-jwt': 'Takes the JWT out of local storage',
  'note.no-answer': ({ why }, say) => `No answer: ${say(why)}`,
}
