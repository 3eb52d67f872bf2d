import type { Participant } from '../../../scenarios/model/participant.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { Whose } from '../../../scenarios/projections/lifetimes.ts'

const place = (name: Participant): string => (name === 'Store' ? 'the Store' : name)

const whose: Readonly<Record<Whose, string>> = {
  user: 'the user’s',
  shared: 'in two hands: the user’s and the Hacker’s',
  hacker: 'the Hacker’s',
  nobody: 'known to the server only',
}

export const clock = {
  title: 'Protocol clock',
  meaning: 'Time in this world. It passes only when the run says so.',
  day: (number: number): string => `day ${number}`,
  lives: 'What runs out',
  nothing: 'Nothing that could run out yet.',
  what: (kind: SecretKind, opens: Participant): string => {
    if (kind === 'session-id') return `Session at ${place(opens)}`
    if (kind === 'jwt') return `JWT for ${place(opens)}`
    return kind === 'refresh-token'
      ? `Refresh token for ${place(opens)}`
      : 'Single sign-on session at FusionAuth'
  },
  whose: (which: Whose): string => whose[which],
  left: (span: string, time: string): string => `${span} left, until ${time}`,
  over: (time: string): string => `over since ${time}`,
  ended: 'ended before its time',
  dies: 'over by then',
  slider: 'Move time on',
  now: 'Now. Nothing is moved.',
  later: (span: string, time: string, dead: readonly string[]): string =>
    `${span} later, ${time}. ${dead.length === 0 ? 'Nothing has run out by then.' : `Over by then: ${dead.join(', ')}.`}`,
  keys: 'Drag and let go; or use the arrow keys for the next end, and Enter.',
  go: (span: string): string => `Let ${span} pass`,
  cancel: 'Stay',
  before: (what: string): string => `To just before: ${what}`,
  after: (what: string): string => `To just after: ${what}`,
  branches: 'In the past: moving time here opens a branch.',
  between: 'In the middle of an exchange time stands still. Go on to the next decision first.',
  recorded: 'A recording: its time cannot be moved.',
}
