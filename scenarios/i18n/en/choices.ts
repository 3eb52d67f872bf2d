import type { TextCatalogue } from '../catalogue.ts'
import type { ChoiceTexts } from '../../model/texts/choices.ts'

export const choices: TextCatalogue<ChoiceTexts> = {
  'choice.busy': 'Another step is still under way.',
  'choice.open-for-login': ({ app }) => `Open ${app} first: the login link is on its home page.`,
  'choice.login-elsewhere': ({ app }) =>
    `The login link is on the home page of ${app}, and that page is not open.`,
  'choice.no-login-form': ({ app }) => `No login form is open for ${app}.`,
  'choice.form-first': 'The login form is open: fill it in first.',
  'choice.open-first': ({ app }) => `Open ${app} first.`,
  'choice.not-on-the-phone': ({ app }) =>
    `The app on the phone is the Store’s: nobody uses ${app} here.`,
  'choice.no-second-tab': 'An app on a phone is open once: it has no two tabs.',
  'choice.no-sso':
    'Only FusionAuth’s own session opens an application by its login link, and there is none here.',
  'choice.no-logout-everywhere': 'Logging out everywhere is switched off here.',
  'choice.no-logout-button': ({ app }) => `No page with a log-out button is open at ${app}.`,
  'choice.start-first': 'Start FusionAuth again first.',
  'choice.no-session': 'The Store has no living session that could expire.',
  'choice.no-refresh-token': 'The Store holds no living refresh token that could expire.',
  'choice.no-sso-session': 'FusionAuth has no single sign-on session of this browser.',
  'choice.no-jwt': 'The user holds no living JWT of the Store that could expire.',
  'choice.time-moves-on': 'Time can only move on, by a positive number of seconds.',
  'choice.no-cookie-to-steal':
    'There is nothing to steal yet: the Browser holds no cookie of the Store.',
  'choice.no-token-to-steal': 'There is nothing to steal yet: the app holds no token of the Store.',
  'choice.nothing-stolen': 'The Hacker holds nothing yet: steal something first.',
  'choice.load-first': ({ app }) => `Load the protected page of ${app} first: the button is there.`,
  'choice.log-in-to-change-password':
    'Log in first: the password is changed by the user who is logged in.',
  'choice.log-in-first': 'Log in first: the button is on the protected page.',
  'choice.real-password': 'The password of a user at a real FusionAuth stays as it is.',
  'choice.fusionauth-stopped': 'FusionAuth is stopped.',
  'choice.nothing-to-revoke': 'There is no living refresh token to revoke.',
  'choice.stopped-already': 'FusionAuth is stopped already.',
  'choice.running': 'FusionAuth is running.',
  'choice.real-power': 'A real FusionAuth is not ours to stop or start.',
  'choice.no-jwt-on-device':
    'What opens the applications here is a session, and no JWT: no key has anything to do with it.',
  'choice.real-keys': 'The signing keys of a real FusionAuth are not ours to replace.',
  'choice.no-such-attack': 'This attack cannot be tried here.',
}
