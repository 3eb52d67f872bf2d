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
  notNow: 'Not now',
}
