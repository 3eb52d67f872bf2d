import type { ArticleWords } from './words.ts'

const list = (numbers: readonly number[]): string =>
  numbers.length < 2
    ? `${numbers[0] ?? ''}`
    : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

const messages = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'message' : 'messages'} ${list(numbers)}`

const outcomes: Readonly<Record<string, string>> = {
  'application-sees-the-password': 'An application gets to see the password',
  'single-sign-on': 'The second application is entered without a password',
  'hacker-sees-the-cart': 'The Hacker sees the victim’s cart',
  'hacker-owns-a-session': 'The Hacker gets a session of their own',
  'hacker-owns-a-jwt': 'The Hacker gets a JWT of their own',
  attack: 'The attack comes off',
}

const credentialWords: Readonly<Record<string, string>> = {
  'stolen-refresh-token': 'with the stolen refresh token',
  'stolen-session-id': 'with the stolen session id',
  'stolen-jwt': 'with the stolen JWT',
  attack: 'by the attack',
}

export const english: ArticleWords = {
  client: {
    webapp: 'The applications are web applications: a server renders the pages.',
    spa: 'The applications are single-page applications: a script in the browser renders the pages.',
    mobile: 'The application is a mobile app.',
  },
  login: {
    'authorization-code':
      'The user logs in at FusionAuth, and the application gets an authorization code that it changes for tokens (RFC 6749 §4.1), with PKCE (RFC 7636).',
    'password-grant':
      'The user types the password into a form of the application, which sends it to FusionAuth’s token endpoint (RFC 6749 §4.3). RFC 9700 §2.4 says that this grant must not be used.',
    native:
      'The user types the password into a form of the application, which sends it to FusionAuth’s Login API.',
    'native-at-fusionauth':
      'The user types the password into a form of the application, and the application’s own code sends it from the user’s device to FusionAuth’s Login API, past its server.',
    implicit:
      'The user logs in at FusionAuth, which sends an access token back in the fragment of an address (RFC 6749 §4.2). RFC 9700 §2.1.2 says that this grant should not be used.',
  },
  sessionStrategy: {
    session: 'What stays in the browser is the id of a session, in a cookie.',
    'session+refresh':
      'What stays in the browser is the id of a session and a refresh token, each in a cookie.',
    'jwt+refresh': 'What stays with the user is a JWT and a refresh token.',
    'jwt-cookie': 'What opens the application is a JWT, in a cookie.',
    'jwt-local-storage':
      'What opens the application is a JWT, in the local storage of the browser, where scripts read it.',
  },
  singleSignOn:
    'A second application is entered by FusionAuth’s own session, without a password (single sign-on).',
  noSingleSignOn: 'There is no single sign-on: each application asks for the password.',
  standIn: (lesson, count) =>
    `Every message below was sent by a run of the lesson “${lesson}” in Login Lab: ${count} messages, with a stand-in for FusionAuth that was built from its public documentation. The clock is the run’s own.`,
  real: (lesson, count, version) =>
    `Every message below was sent by a run of the lesson “${lesson}” in Login Lab: ${count} messages, with a real FusionAuth ${version}.`,
  hardened: 'FusionAuth is set as RFC 9700 asks (profile “hardened”).',
  realSecrets:
    'The requests below may hold tokens and session ids that are still valid. Treat this file as a secret.',
  diagram: 'The diagram',
  messages: 'The messages',
  way: (from, to) => (from === to ? from : `${from} → ${to}`),
  corrected: 'Corrected.',
  simulated: 'Done by the simulator: no message crossed a wire.',
  unpublished: 'Not in the published diagram.',
  outcomes: 'What came of it',
  yes: 'Yes.',
  no: 'No.',
  evidence: (numbers) => (numbers.length === 0 ? '' : `See ${messages(numbers)}.`),
  outcome: (id, phase) => {
    const [name = ''] = id.split('.', 1)
    const words = outcomes[name] ?? id
    return phase === null ? words : `${words} ${credentialWords[phase] ?? `(${phase})`}`
  },
  errata: 'Corrections to the published diagram',
  errataIntroduction:
    'This workflow follows the diagram that FusionAuth publishes. Where the diagram is wrong or leaves something out, the run does what the specifications say:',
  assumptions: 'What is assumed',
  assumptionsIntroduction:
    'FusionAuth’s public documents leave these points open; they have not been verified against a real server:',
  at: (numbers) => `(${messages(numbers)})`,
}
