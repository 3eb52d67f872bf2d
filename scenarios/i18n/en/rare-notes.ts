import type { TextCatalogue } from '../catalogue.ts'
import type { RareNoteTexts } from '../../model/texts/rare-notes.ts'

const secondsOf = (count: number): string => `${count} second${count === 1 ? '' : 's'}`

export const rareNotes: TextCatalogue<RareNoteTexts> = {
  'note.overwrites': ({ host, names }) => `Overwrites what ${host} had: ${names}`,
  'note.moves-clock': 'The clock of the applications is moved on instead of waiting',
  'note.waits': ({ seconds }) => `Really waited for ${secondsOf(seconds)}`,
  'note.waits-for-jwt': ({ seconds }) =>
    `Really waited for ${secondsOf(seconds)}, until the JWT was over`,
  'note.waits-not': 'Too long to wait: nothing passes',
  'note.jwt-is-over': 'The JWT is over by itself: nothing had to be waited for',
  'note.jwt-lives-on': ({ seconds, next }) =>
    `Too long to wait: the JWT lives on for ${secondsOf(seconds)}, the next one for ${secondsOf(next)}`,
  'note.revokes-refresh-token': 'The refresh token is revoked instead of waited for',
  'note.revokes-sso-session': 'The single sign-on session is revoked instead of waited for',
  'note.refresh-token-lives-on': ({ why }, say) =>
    `The refresh token could not be revoked and lives on: ${why.map(say).join(', ')}`,
  'note.sso-session-lives-on': ({ why }, say) =>
    `The single sign-on session could not be revoked and lives on: ${why.map(say).join(', ')}`,
  'note.gives-up': ({ why }, say) => `Gives up: ${say(why)}`,
  'note.upgrades': 'Asks by https: the host is on the list of those that want nothing else',
  'note.blocked-by-cors': ({ why }, say) => `Blocked by CORS: ${say(why)}`,
  'note.blocked-by-policy': ({ directive }) => `Blocked by the page’s policy: ${directive}`,
  'note.sets-out': ({ attack }, say) => `Sets out: ${say({ code: 'attack', params: { attack } })}`,
  'note.shows-cookies': 'Shows the cookies that the script sent',
  'note.shows-jwt': 'Shows the JWT that the script sent',
  'note.waits-in-vain': 'Waits in vain: nothing comes from the script',
  'note.script-sent-nothing': 'Finds nothing in what the script sent',
  'note.shows-chosen-id': 'Shows the session id that it chose itself',
  'note.hears-nothing': 'Hears no cookie',
  'note.hears-cookies': 'Reads the cookies off the air',
  'note.log-is-empty': 'Finds nothing in the log',
  'note.finds-key-in-log': 'Finds a key in the log',
  'note.reads-har': 'Reads the cookies in the HAR file',
  'note.reads-code': 'Reads the code in the address',
  'note.swaps-code': 'Puts the stolen code in the place of an own one',
  'note.keeps-callback': 'Keeps the address that would have finished the own login',
  'note.shows-refresh-token': 'Shows the refresh token to FusionAuth',
  'note.somebody-else': 'Somebody else sits down at the victim’s computer',
  'note.asked-second-factor': 'Meets a page that asks for a second factor',
  'note.asked-registration': 'Meets a page that asks to register',
  'note.asked-verification': 'Meets a page that waits for a verification',
  'note.asked-new-password': 'Meets a page that asks for a new password',
  'note.asked-consent': 'Meets a page that asks for consent',
  'note.error-page': 'Meets an error page',
  'note.unknown-page': 'Meets a page it does not know',
  'note.checks-first-to': 'The list of own addresses looks at the first “to”',
  'note.follows-last-to': 'The redirect takes the last “to”',
  'note.ends-all-sessions': 'Ends all sessions of the user',
  'note.app-link': 'Hands the address to the app that claimed it',
}
