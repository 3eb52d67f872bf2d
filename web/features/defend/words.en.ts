import type { Side } from '../../../scenarios/defences/defence.ts'
import type { OutOfReach } from '../../../scenarios/defences/out-of-reach.ts'
import type { DefenceId } from '../../../scenarios/model/defence-settings.ts'
import type { PresetName } from '../../../scenarios/defences/presets.ts'

/** What a switch is called, and what it does. */
type TitleAndEffect = readonly [title: string, does: string]

const defences: Readonly<Record<DefenceId, TitleAndEffect>> = {
  'http-only': ['HttpOnly', 'Scripts of the page cannot read the application’s cookies.'],
  secure: ['Secure', 'The cookies are never sent without encryption.'],
  'same-site': ['SameSite', 'With which requests from other sites the cookies are sent.'],
  'host-prefix': [
    '__Host-',
    'Only this very host can set the cookie; a neighbour cannot plant one.',
  ],
  'refresh-token-place': [
    'Place of the refresh token',
    'In a cookie, or on the server beside the session.',
  ],
  'new-id-at-login': [
    'New id at login',
    'A session id from before the login opens nothing after it.',
  ],
  'session-idle-minutes': [
    'Idle timeout of a session',
    'Minutes without a request after which it is over.',
  ],
  'session-absolute-minutes': [
    'Longest life of a session',
    'Minutes after which it is over, however busy.',
  ],
  'client-binding': ['Client binding', 'A session ends when another kind of client presents it.'],
  state: ['state', 'The answer to a login is taken only by the browser that began it.'],
  nonce: ['nonce', 'The id token is taken only for the login that it was issued for.'],
  pkce: ['PKCE', 'A code is worth nothing without the verifier of whoever asked for it.'],
  iss: ['iss check', 'The answer must name the FusionAuth that was asked.'],
  'refuse-duplicates': ['Refuse duplicates', 'A parameter or cookie that comes twice is refused.'],
  'return-to-allow-list': [
    'Allow-list for returns',
    'The application sends nobody on to foreign addresses.',
  ],
  'csrf-token': ['CSRF token', 'A form counts only with the token that the page was given.'],
  'origin-check': [
    'Origin check',
    'A change counts only when the application’s own page asks for it.',
  ],
  'fetch-metadata': [
    'Fetch metadata',
    'Sec-Fetch headers tell requests of other sites, which are refused.',
  ],
  csp: [
    'Content Security Policy',
    'Scripts that the page does not name do not run, and send nothing.',
  ],
  'output-escaping': [
    'Output escaping',
    'What users write is shown as text and never becomes part of the page.',
  ],
  're-authentication': ['Re-authentication', 'A sensitive step asks for the password again.'],
  'log-redaction': ['Redacted logs', 'The application’s log holds no session ids or tokens.'],
  hsts: ['HSTS', 'The browser asks over https alone, even for a link that says http.'],
  'log-out-everywhere': [
    'Log out everywhere',
    'A button ends all sessions and refresh tokens of the user at once.',
  ],
  'rp-initiated-logout': [
    'Logout at FusionAuth, too',
    'Logging out ends FusionAuth’s own session as well.',
  ],
  'back-channel-logout': [
    'Back-channel logout',
    'The applications end sessions when a logout token says so.',
  ],
  'logout-token-checks': [
    'Checks of logout tokens',
    'Signature, issuer and audience of a logout token are checked.',
  ],
  'single-flight': ['Single flight', 'Two requests at once share one refresh.'],
  rotation: [
    'Rotation',
    'Every use of a refresh token brings a new one, and the old one is spent.',
  ],
  'reuse-detection': [
    'Reuse detection',
    'A spent refresh token that comes again ends the whole family.',
  ],
  'grace-seconds': ['Grace period', 'Seconds for which a spent refresh token is still taken.'],
  'refresh-token-minutes': [
    'Life of a refresh token',
    'Minutes without use after which it is over.',
  ],
  'refresh-token-absolute-minutes': [
    'Longest life of a refresh token',
    'Minutes after which it is over, however busy; 0 for no limit.',
  ],
  'pkce-required': ['PKCE required', 'FusionAuth takes no login without PKCE.'],
  'client-authentication': [
    'Client authentication',
    'FusionAuth redeems codes and refresh tokens only with the client secret.',
  ],
  'exact-redirect-uris': [
    'Exact redirect URIs',
    'FusionAuth answers only to addresses that are registered letter by letter.',
  ],
  'revoke-on-password-change': [
    'Revoke on password change',
    'A new password ends the user’s refresh tokens.',
  ],
  'sso-minutes': [
    'Life of the single sign-on session',
    'Minutes without use after which it is over.',
  ],
  'jwt-minutes': ['Life of a JWT', 'Minutes after which it is over; nothing ends it before.'],
  'redirect-after-login': [
    'Redirect after login',
    'Its status: 307 would make the browser send the password again.',
  ],
  'codes-once': ['Codes count once', 'A code that was redeemed is refused.'],
  'verifier-check': ['Verifier check', 'FusionAuth compares verifier and challenge.'],
  'client-match': [
    'Client match',
    'A code or token counts only for the client that it was issued to.',
  ],
  'scope-check': ['Scope check', 'A refresh brings no more than was granted.'],
  'third-party-cookies': [
    'Third-party cookies',
    'Whether the browser keeps and sends cookies of other sites.',
  ],
  'token-cookie-same-site': [
    'SameSite of FusionAuth’s token cookies',
    'Lax as FusionAuth sets it, or None as the articles assume.',
  ],
}

const outOfReach: Readonly<Record<OutOfReach['id'], TitleAndEffect>> = {
  dpop: [
    'DPoP',
    'Tokens bound to a key of the client. FusionAuth has it in its Enterprise edition; neither the stand-in nor the browsers here keep keys.',
  ],
  'device-bound-sessions': [
    'Device Bound Session Credentials',
    'Cookies bound to a key in the device’s security chip. It needs that chip, and a browser that supports it.',
  ],
  passkeys: [
    'Passkeys, and the phishing proxies they stop',
    'The stand-in has no WebAuthn, and the browsers here have no authenticator.',
  ],
  'whole-jar': [
    'Infostealers',
    'Malware takes all cookies at once; here the Hacker takes one value at a time, so that you see what each opens.',
  ],
  'mix-up': [
    'Mix-up of authorization servers',
    'It takes two of them. Here there is one; what the parameter iss prevents can be seen by switching it off.',
  ],
}

const sides: Readonly<Record<Side, string>> = {
  application: 'In the applications',
  FusionAuth: 'In FusionAuth',
  browser: 'In the browser',
}

const presets: Readonly<Record<PresetName, TitleAndEffect>> = {
  usual: ['As usual here', 'FusionAuth’s own defaults, and careful applications.'],
  'as-published': ['As published', 'Only what the diagrams show: no state, no PKCE, no rotation.'],
  'best-practice': ['Best practice', 'Everything on that today’s standards ask for.'],
}

/** What the choice of attacks and defences says. */
export const defendEnglish = {
  title: 'Attack and defend',
  close: 'Close',
  attack: 'Attack',
  attackLead: 'Choose one, and see what stops it here.',
  none: 'None: play the lesson as it is',
  findAttack: 'Find an attack',
  noAttacks: 'No attack is known here.',
  cannot: 'Cannot be tried in this workflow',
  precondition: 'It needs',
  incident: 'It happened',
  read: 'Read about it',
  stops: 'Should stop it',
  stopsNot: 'Should change nothing',
  tryIt: (title: string) => `Try ${title}`,
  tryAll: 'Try them all',
  here: 'Attack in this run, now',
  trying: 'Trying…',
  undefended: 'Without defence',
  withIt: (title: string) => `With ${title}`,
  wins: 'It succeeds',
  fails: 'It is stopped',
  at: (n: number) => `message ${n}`,
  decidedAt: (n: number, label: string) => `Decided at message ${n}: ${label}`,
  failed: (problem: string) => `It could not be played: ${problem}`,
  confirmed: 'as expected',
  surprising: 'other than expected',
  play: 'Play it',
  defence: 'Defences',
  defenceLead: 'What is switched here holds for the whole run.',
  preset: 'Begin with',
  presets,
  sides,
  defences,
  find: 'Find a switch',
  noDefence: 'No switch has these words.',
  without: 'Makes no difference in this workflow',
  notHere: 'Not played here, and why',
  outOfReach,
  usualIs: (value: string) => `as usual: ${value}`,
  on: 'on',
  off: 'off',
  weak: 'weakened for this attack',
  changed: (count: number) =>
    count === 0
      ? 'Everything is as usual.'
      : `${count} ${count === 1 ? 'switch is' : 'switches are'} not as usual.`,
  run: 'Play with these',
  runAttack: 'Play the attack',
  reset: 'All as usual',
  copy: 'Link to this',
  matrix: 'All attacks and defences at a glance',
}

export type DefendWords = typeof defendEnglish
