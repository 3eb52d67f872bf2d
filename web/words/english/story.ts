import type { Initiator } from '../../../scenarios/model/trace.ts'

export const story = {
  message: 'Message ',
  to: 'to',
  before: 'Before the first message',
  beginning: (arrows: number) =>
    `Nothing has happened yet. Press play, or step forward, and watch the login happen: ${arrows} arrows, every request and every answer really sent.`,
  by: {
    script: 'A script of the page sent it, with fetch: the page stays where it is.',
    image: 'The browser sent it for a picture in the page.',
    frame: 'The browser sent it for a frame in the page.',
    app: 'The app sent it: no browser, no cookies.',
  } satisfies Record<Initiator, string>,
  simulated: 'Done by the simulator: no message crossed a wire.',
  unpublished: 'Not in the published diagram.',
  published: (n: number) => `Arrow ${n} of the published diagram.`,
  corrected: 'Corrected.',
  differs: 'Not as the stand-in has it.',
  assumed: 'Unverified against a real server.',
}
