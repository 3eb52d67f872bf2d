import type { StorageKind, Token } from '../../../scenarios/predict/question.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'

type AskedMessage = {
  readonly from: Participant
  readonly to: Participant
  readonly label: string
}

const stolenCredentials: Readonly<Partial<Record<SecretKind, string>>> = {
  'session-id': 'the stolen session id',
  'refresh-token': 'the stolen refresh token',
  jwt: 'the stolen JWT',
  'sso-session': 'the stolen single sign-on session',
}

export const predict = {
  title: 'Predict',
  start: 'Predict what comes: the player stops and asks',
  stop: 'Stop predicting',
  before: (n: number) => `Before message ${n}`,
  several: 'Choose all that apply.',
  one: 'Choose one.',
  cookies: ({ from, to, label }: AskedMessage) =>
    `Which cookies will the ${from} send to the ${to} with ${label}?`,
  answer: ({ to, from, label }: AskedMessage) =>
    `What will the ${to} answer to ${label} of the ${from}?`,
  'break-in': ({ to }: AskedMessage, stolen: readonly SecretKind[]) =>
    `The Hacker comes to the ${to} with ${
      stolen.map((kind) => stolenCredentials[kind] ?? 'what was stolen').join(' and ') ||
      'what was stolen'
    }. Does the Hacker get in?`,
  form: ({ from, to, label }: AskedMessage) =>
    `The ${from} sends ${label} to the ${to}. Will the user be asked to log in?`,
  session: ({ from, to, label }: AskedMessage) =>
    `The ${to} has received ${label}. Which session id will the ${from} have after the answer?`,
  password: ({ label }: AskedMessage) =>
    `The user types the password, and it is sent with ${label}. Which servers will learn it?`,
  kept: ({ label }: AskedMessage, token: Token) =>
    token === 'jwt'
      ? `The answer to ${label} brings a JWT. Where will it be kept afterwards?`
      : `The answer to ${label} brings a refresh token. Where will it be kept afterwards, besides at FusionAuth?`,
  cookie: (name: string, domain: string) => `${name}, of ${domain}`,
  noCookie: 'None of them',
  refused: 'No, the Hacker is refused',
  gainsAccess: 'Yes, and sees the victim’s data, no more',
  gainsAccessWithSession: 'Yes, and gets a session of their own besides',
  gainsAccessWithToken: 'Yes, and gets a token of their own besides',
  formFrom: (from: Participant) => `Yes, by a form of the ${from}`,
  formOfPage: 'Yes, by a form that a script draws on the open page',
  formOfApp: 'Yes, by a form that the app draws itself',
  noForm: 'No: single sign-on, no form comes',
  newSession: 'A new one',
  sameSession: 'The same as before',
  noSession: 'None',
  places: {
    cookie: (at: Participant) => `In a cookie of the ${at} that no script can read`,
    'readable-cookie': (at: Participant) => `In a cookie of the ${at} that scripts can read`,
    'local-storage': (at: Participant) => `In the local storage of the ${at}`,
    device: (_at: Participant) => 'In the app’s own storage on the phone',
    server: (at: Participant) => `On the server of the ${at}`,
  } satisfies Readonly<Record<StorageKind, (at: Participant) => string>>,
  notKept: 'Nowhere: it is not kept',
  check: 'Check',
  goOn: 'Go on',
  skip: 'Skip',
  right: 'Right.',
  wrong: 'Not quite.',
  chosen: 'you chose this',
  missed: 'you missed this',
  isRight: 'right',
  isWrong: 'wrong',
  sent: (reason: string) => `Sent: ${reason}`,
  withheld: (reason: string) => `Not sent: ${reason}`,
  notInJar: (agent: Participant) => `Not sent: the ${agent}’s jar does not hold it now.`,
  evidence: (n: number) => `Message ${n}`,
  asks: (n: number) =>
    `Predict is on: ${n} ${n === 1 ? 'question' : 'questions'} in what was sent.`,
  ready: 'Predict is on. Play, or step on: the player stops before chosen messages and asks.',
  score: (right: number, all: number) => `${right} of ${all} right`,
  retry: 'Ask again',
  forget: 'Forget all answers',
  loading: 'Getting the questions…',
}
