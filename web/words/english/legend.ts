export const legend = {
  title: 'How to read the diagram',
  request: 'A request, or something that a participant does by itself',
  response: 'The answer to a request',
  planned: 'Planned: the lesson will bring it, it was not sent yet',
  attack: 'To or from the Hacker',
  unpublished: 'True, but not in the published diagram of this workflow',
  differs: 'The published diagram has it wrong here: press it for why',
  secrets: 'Secrets that a message carries',
  stolen: 'Stolen: one secret in two hands',
  names:
    'Each has one name, such as RT-1, wherever it occurs. Press one to follow it through the run; it is struck through once it is worth nothing.',
}
