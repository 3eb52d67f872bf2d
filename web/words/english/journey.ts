export const journey = {
  title: 'Followed secret',
  stop: 'Stop following',
  stopKey: 'Stop following (Esc)',
  born: 'Born',
  seen: 'Seen by',
  held: 'Held by',
  died: 'Died',
  carried: 'Carried by',
  message: (n: number) => `message ${n}`,
  lives: 'It is still valid.',
  noOne: 'Nobody keeps it.',
  inMemory: (where: string) => `in ${where}`,
  stretch: (from: number, until: number | null) =>
    until === null ? `from message ${from} on` : `from message ${from} to ${until}`,
  copied: 'This is one secret in two hands: whoever has it is taken for the same person.',
}
