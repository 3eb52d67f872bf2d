import type { SiteWords } from './words.ts'

export const english: SiteWords = {
  language: 'English',
  skip: 'Skip to the content',
  play: 'Play this workflow in Login Lab',
  all: 'All workflows',
  site: 'Site',
  start: 'Login Lab',
  index: {
    title: 'Login workflows, message by message',
    description:
      'Every login workflow of Login Lab with its picture, its messages and what is told of each, and how it is judged today.',
  },
  clients: { webapp: 'Web applications', spa: 'Single-page applications', mobile: 'Mobile apps' },
  judged: 'Judged today',
  published: 'The published article:',
  picture: 'Picture',
  messages: 'Messages',
  columns: ['No.', 'Way', 'Message', 'What happens'],
  simulated: 'Done by the simulator: no message crossed a wire.',
  lessons: 'Lessons in Login Lab',
  attacks: 'Attacks to try in Login Lab',
  previous: 'Previous',
  next: 'Next',
  others: 'Other workflows',
  description: (title, count, standing) =>
    `${title}: all ${count} messages, each with what it does and why. Judged today: ${standing}.`,
  alternative: (title, count, participants) =>
    `Sequence diagram of “${title}”: ${count} messages between ${participants}. The table has each of them in words.`,
  as: (n) => `As ${n}.`,
  file: (count, standing) => `${count} messages. Judged today: ${standing}.`,
  foot: 'Made from a run of Login Lab on a stand-in for FusionAuth that was built from its public documentation.',
}
