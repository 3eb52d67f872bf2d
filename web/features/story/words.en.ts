import type { SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { RunVerdict } from '../../../scenarios/projections/verdict.ts'
import type { Initiator } from '../../../scenarios/model/trace.ts'

export const story = {
  message: 'Message ',
  to: 'to',
  before: 'Before the first message',
  beginning: (arrows: number) =>
    `Nothing has happened yet. Press play, or step forward, and watch the login happen: ${arrows} arrows, every request and every answer really sent.`,
  by: {
    script: 'A script of the page sent it, with fetch: the page stays where it is.',
    image: 'The browser sent it for a picture in the page.',
    frame: 'The browser sent it for a frame in the page.',
    app: 'The app sent it: no browser, no cookies.',
  } satisfies Record<Initiator, string>,
  simulated: 'Done by the simulator: no message crossed a wire.',
  unpublished: 'Not in the published diagram.',
  published: (n: number) => `Arrow ${n} of the published diagram.`,
  corrected: 'Corrected.',
  differs: 'Not as the stand-in has it.',
  assumed: 'Unverified against a real server.',
}

const kinds: Partial<Readonly<Record<SecretKind, string>>> = {
  'session-id': 'the session id',
  'refresh-token': 'the refresh token',
  jwt: 'the JWT',
  'sso-session': 'the single sign-on session',
}

const because: Readonly<
  Record<RunVerdict['reason'], (what: string, name: string, verdict: RunVerdict) => string>
> = {
  refreshed: (what, name, { evidence }) =>
    `${what} was still good: FusionAuth gave new tokens for it (message ${evidence[1]}), and whoever brings ${name} gets a session.`,
  'session-found': (what, name, { evidence }) =>
    `${what} was still alive: the application found the victim’s session by it (message ${evidence[1]}), and it asks nothing else of whoever brings ${name}.`,
  accepted: (what, name) =>
    `${what} was still valid, and the application lets in whoever brings ${name}.`,
  refused: (what, _name, { evidence, label }) =>
    `FusionAuth refused ${what} (message ${evidence[1]}: ${label}).`,
  unanswered: (what, _name, { evidence }) =>
    `nobody answered when ${what} was presented (message ${evidence[1]}).`,
  worthless: (what) => `${what} opens nothing any more.`,
}

export const verdict = {
  /** The outcome of a theft with its reason. */
  sentence: (given: RunVerdict) => {
    const { sees, secret, stolenAt, reason } = given
    const what = `${kinds[secret.kind] ?? 'the value'} ${secret.name}, copied in message ${stolenAt},`
    const end = because[reason](what, secret.name, given)
    return `The Hacker ${sees ? 'sees' : 'does not see'} the cart, because ${end}`
  },
  /** The outcome of an attack. */
  attack: (won: boolean): string =>
    won ? 'The attack succeeds in this world.' : 'The attack is stopped in this world.',
  whatStops: (won: boolean): string =>
    won ? 'What would have stopped it?' : 'What else stops it?',
  evidence: 'How we know:',
  message: (n: number) => `message ${n}`,
}
