import type { ContrastKind } from '../../../scenarios/trace-diff/contrast.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'

const kinds: Readonly<Record<SecretKind, string>> = {
  'session-id': 'session id',
  'refresh-token': 'refresh token',
  jwt: 'JWT',
  code: 'authorization code',
  'sso-session': 'single sign-on session',
  state: 'state',
  verifier: 'PKCE verifier',
  password: 'password',
  'client-secret': 'client secret',
}

const contrasts: Readonly<Record<ContrastKind, string>> = {
  way: 'From and to',
  request: 'Request',
  status: 'Status',
  answer: 'Answer',
  'cookies-sent': 'Cookies sent',
  'cookies-set': 'Cookies set',
  parameters: 'Parameters',
  memory: 'Memory changed',
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const compare = {
  title: 'Compare',
  back: 'Back to the player',
  with: 'Compare with',
  choose: 'Choose a branch or a workflow',
  also: 'And what it comes to with',
  noThird: 'No third workflow',
  branchGroup: 'Branches of this run',
  workflowGroup: 'Workflows',
  intro:
    'Put another branch of this run, or another workflow, beside what you are looking at: message by message, and what it comes to.',
  playing: 'Playing the lessons to their end…',
  failed: 'The other side could not be played',
  again: 'Try again',
  noBranch: (id: string) =>
    `This run has no branch “${id}”. Branches live as long as the run that they were opened in.`,
  noWorkflow: (slug: string) => `There is no workflow “${slug}”.`,
  inShort: 'What it comes to',
  question: 'Question',
  messageByMessage: 'Message by message',
  side: (letter: string, name: string) => `${letter}: ${name}`,
  whoSees: 'Who gets the password',
  typed: 'How often it is typed',
  times: (n: number) => count(n, 'time', 'times'),
  passes: 'What passes through the browser',
  holds: 'What the browser keeps',
  sso: 'Single sign-on',
  ssoYes: 'Yes: the second application asks for no password',
  ssoNo: 'No: the second application asks for the password again',
  untold: 'Not reached in this run',
  messages: 'Messages',
  stolen: (credential: string) => `What a stolen ${credential} is worth`,
  unknownCredential: 'secret',
  seesCart: 'The Hacker sees the cart',
  refused: 'The Hacker gets nothing',
  untried: 'Not used by the Hacker in this run',
  isGiven: (what: string) => `is given a new ${what}`,
  lasts: (time: string) => `good for another ${time}, by the protocol clock`,
  dead: 'had expired already when it was stolen',
  nobody: 'Nobody',
  nothing: 'Nothing',
  and: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  time: (ms: number): string => {
    const minutes = Math.round(ms / 60_000)
    if (minutes < 60) return count(minutes, 'minute', 'minutes')
    const hours = Math.round(minutes / 60)
    return hours < 48 ? count(hours, 'hour', 'hours') : count(Math.round(hours / 24), 'day', 'days')
  },
  message: (n: number, letter: string) => `Show message ${n} of ${letter}`,
  onlyDiffering: 'Only what differs',
  same: 'the same',
  differs: 'differs',
  only: (letter: string) => `only in ${letter}`,
  tally: (same: number, differing: number, left: number, right: number) =>
    `${same} the same, ${differing} that differ, ${left} only in A, ${right} only in B`,
  sameHidden: (n: number) => `${count(n, 'message is', 'messages are')} the same`,
  none: '–',
  more: (n: number) => `and ${n} more`,
  missing: 'Not in this one',
  identical: 'The two are the same, message by message.',
  kinds,
  contrasts,
}
