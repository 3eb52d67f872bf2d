import type { Question } from '../../player/questions.ts'

const asked: Readonly<Record<Question, readonly [title: string, promise: string]>> = {
  how: [
    'How does login work?',
    'From the first click to the page behind the login, message by message.',
  ],
  expires: [
    'What happens when it expires?',
    'The session dies, then the refresh token. Watch who notices, and who does not.',
  ],
  stolen: [
    'What if it is stolen?',
    'A hacker copies one value out of the browser. See what it opens, and why.',
  ],
}

export const start = {
  title: 'Watch a login happen, and drive it',
  lead: 'Every arrow you will see is an HTTP message that was really sent: between a browser, two applications, FusionAuth and a hacker. What did you come for?',
  questions: 'Three questions',
  asked,
  watch: 'Watch it',
  choose: 'Or choose a workflow and a lesson',
  variants: {
    choose: ['What should I use?', 'Four questions lead to a workflow, with the reasons.'],
    matrix: [
      'Which defence stops which attack?',
      'Every attack, every defence, every workflow: tried out, and the result is a click away.',
    ],
    clients: [
      'What do real clients send?',
      'State, PKCE, secrets and cookies of 29 OAuth clients, as recorded.',
    ],
  } satisfies Record<'choose' | 'matrix' | 'clients', readonly [title: string, promise: string]>,
  chooseLead: 'A workflow is a way to log in and to stay logged in. A lesson is a path through it.',
  sso: 'Single sign-on',
  noSso: 'No single sign-on',
  trace: 'Have a saved trace? Open it from the menu, or drop it anywhere on this page.',
}
