import { controls } from '../features/controls/words.en.ts'

export const recordedEnglish = {
  ...controls,
  recorded: 'Recorded',
  recordedMeaning:
    'What goes from one to another here was really sent, when this page was made; what the simulator did says so. Run it live to interfere.',
  saved: 'A run that was saved. What goes from one to another was really sent, to the stand-in.',
  savedReal:
    'A run that was saved. What goes from one to another was really sent, to a FusionAuth; its secrets are masked.',
  open: 'Open in Login Lab',
  live: 'Run it live',
  liveMeaning: 'Goes on from this message for real: branch off, attack, let time pass.',
  isLive: 'Live',
  liveNow:
    'A run of your own, in this page: each message is sent as you go on. Branch off, attack, let time pass.',
  stopped: 'The live run has stopped. This is the recording; run it live to begin anew from here.',
  whole: 'Whole lab',
  wholeMeaning: 'Shows this run here with all that the lab has: defences, branches, predictions.',
  starting: 'Starting…',
  list: 'As a list',
  picture: 'As a diagram',
  details: 'Details',
  hideDetails: 'Hide details',
  simulated: 'Done by the simulator, not sent.',
  beginning: (messages: number): string =>
    `${messages} messages follow. Press play, or step through them.`,
  player: (title: string): string => `Login Lab: ${title}`,
  diagram: (messages: number): string =>
    `Sequence diagram of ${messages} messages. The list says the same.`,
  messages: 'Messages',
  to: 'to',
  noStep: (step: string, nearest: string): string =>
    `There is no message “${step}” here. The nearest is “${nearest}”.`,
  noWorkflow: (workflow: string, nearest: string): string =>
    `There is no workflow “${workflow}”. The nearest is “${nearest}”.`,
  noLesson: (lesson: string, nearest: string): string =>
    `There is no lesson “${lesson}” here. The nearest is “${nearest}”.`,
  noAttribute: (name: string, meant: string): string =>
    `“${name}” is no attribute of this player. “${meant}” is.`,
  notLoaded: 'The recording did not come. Check the connection, and try again.',
  notThere: (address: string): string =>
    `${address} could not be read. Check that it is there, and that this page may read it (Access-Control-Allow-Origin).`,
}

export type RecordedWords = typeof recordedEnglish
