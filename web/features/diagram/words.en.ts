export const diagram = {
  picture: (sent: number, planned: number) =>
    `Sequence diagram: ${sent} messages sent, ${planned} planned. The list of messages says the same.`,
  holds: (who: string) => `${who} has`,
  follow: (n: number) => `Back to message ${n}`,
  unpublished: 'Not in the published diagram.',
  unpublishedWhy: 'The published diagram leaves it out; it was really sent.',
  unpublishedInside: 'The published diagram leaves out what a participant does by itself here.',
  differs: 'The published diagram differs here.',
  hiddenAhead: 'What comes next is hidden while you predict.',
}
