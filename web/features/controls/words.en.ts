export const controls = {
  first: 'To the beginning',
  back: 'One message back',
  play: 'Play',
  pause: 'Pause',
  space: 'Space',
  forward: 'One message on',
  last: 'To the end of the lesson',
  message: 'Message',
  nothingYet: 'Before the first message',
  at: (n: number, all: number, from: string, to: string, label: string): string =>
    `Message ${n} of ${all}: ${from} to ${to}, ${label}`,
  speed: 'Speed',
}
