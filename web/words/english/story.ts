export const story = {
  message: 'Message ',
  to: 'to',
  before: 'Before the first message',
  beginning: (arrows: number) =>
    `Nothing has happened yet. Press play, or step forward, and watch the login happen: ${arrows} arrows, every request and every answer really sent.`,
  simulated: 'Done by the simulator: no message crossed a wire.',
  unpublished: 'Not in the published diagram.',
  published: (n: number) => `Arrow ${n} of the published diagram.`,
  corrected: 'Corrected.',
  differs: 'Not as the stand-in has it.',
  assumed: 'Unverified against a real server.',
}
