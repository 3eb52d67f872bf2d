import type { Actor } from '../../../scenarios/projections/words.ts'

const actors: Readonly<Record<Actor, string>> = {
  learner: 'User',
  clock: 'Time',
  hacker: 'Hacker',
  fusionauth: 'FusionAuth',
}

export const choices = {
  now: 'What now?',
  past: 'What if, from here',
  none: 'Nothing more can be done here.',
  between: 'In the middle of an exchange.',
  goOn: (n: number): string => `Go to the next decision, after message ${n}`,
  next: 'next',
  who: (actor: Actor): string => actors[actor],
  possible: (count: number): string => `${count === 1 ? '1 thing' : `${count} things`} can be done`,
  wait: 'Waiting for the answer…',
  realWait:
    'FusionAuth is at work. It has no clock to set, so what has to run out is really waited for, some 15 seconds at most.',
  seconds: (count: number): string => `${count} s`,
  notNow: 'Not now',
}
