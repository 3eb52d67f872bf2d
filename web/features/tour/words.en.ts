export const tour = {
  label: 'Tour of the page',
  progress: (step: number, total: number) => `${step} of ${total}`,
  next: 'Next',
  back: 'Back',
  done: 'Done',
  skip: 'Skip the tour',
  steps: [
    [
      'The diagram happens here',
      'Each arrow is a message that was really sent; faint ones are still to come. Click any arrow to go there.',
    ],
    [
      'Each message is told',
      'One sentence says what it teaches. When something is decided, the outcome stands here with its reason.',
    ],
    [
      'Look inside',
      'The message, every cookie and why it was sent or not, what the servers know, and what the user sees.',
    ],
    [
      'Interfere',
      'Type a wrong password, let the session expire, steal a token: here is everything that can be done at this point.',
    ],
    [
      'Play, step, rewind',
      'Space plays and pauses, the arrow keys step, [ and ] jump by chapters, and ? shows all keys.',
    ],
  ],
}
