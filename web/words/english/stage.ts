export const stage = {
  story: 'Story',
  messages: 'Messages',
  diagram: 'Sequence diagram',
  showInspector: 'Show the inspector',
  hideInspector: 'Hide the inspector',
  inspector: 'Inspector',
  choices: 'What can be done',
  playback: 'Playback',
  before: 'Before the first message.',
  /** What a screen reader hears; `to` is null when a participant does something by itself. */
  said: (n: number, total: number, from: string, to: string | null, label: string) =>
    `Message ${n} of ${total}, ${to === null ? from : `${from} to ${to}`}: ${label}.`,
}
