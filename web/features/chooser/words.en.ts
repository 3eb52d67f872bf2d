import { englishVerdicts } from '../../../scenarios/verdicts/english.ts'

/** What the chooser says, and the verdicts. */
export const chooserEnglish = {
  ...englishVerdicts,
  title: 'What should I use?',
  lead: 'Say what you have. The answer is a workflow that you can play, and its reasons.',
  result: 'Take this one',
  reason: 'Because',
  with: 'Switched on besides',
  play: 'Play it',
  compare: (other: string) => `Compare with: ${other}`,
  again: 'Start over',
  all: 'Every workflow and its verdict',
  allLead:
    'As its article had it, and as it stands today. Every sentence says where it comes from.',
  published: 'As published',
  today: 'As of today',
  notInSeries: 'Not in the series: practice recommends it today.',
  marked: 'Marked as recommended there.',
  experiments: 'Experiments',
  next: 'Answer this one, too.',
}

export type ChooserWords = typeof chooserEnglish
