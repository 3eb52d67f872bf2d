export const lab = {
  languageFailed: 'This language could not be loaded. Check the connection and choose it again.',
  partFailed: 'A part of the page could not be loaded. Check the connection, then reload the page.',
  reload: 'Reload',
  dismiss: 'Dismiss',
  noMessage: (step: string) => `There is no message “${step}” in this run.`,
  unknownRecording: (file: string, workflow: string) =>
    `“${file}” is of a workflow that is unknown here: ${workflow}.`,
  badRecording: (file: string, problem: string) => `“${file}” cannot be played. ${problem}`,
  noDiagram: (reason: string) => `The diagram cannot be drawn, so here is the list. (${reason})`,
  starting: 'Starting the applications…',
  stillStarting: 'This takes longer than usual. A slow connection may be the reason.',
  notStarted: 'The run could not start',
  offline:
    'You are offline, and the part of the page that runs the applications is not here yet. It starts by itself when the connection is back.',
  tryAgain: 'Try again',
  onStandIn: 'Play it on the stand-in, in this page',
  toStart: 'To the start page',
  looking:
    'The server does not answer, and is being looked for. Everything you saw is still here to play.',
  lost: {
    silent: 'The server does not answer. Everything you saw is still here to play.',
    ended: 'The server has ended this run. Everything you saw is still here to play.',
    stopped: 'The run in this page has stopped. Everything you saw is still here to play.',
  },
  makeAgain: 'Make the same run again',
  moved: {
    silent:
      'The server stopped answering, so the run goes on in this page, from the same message and with all its branches.',
    full: 'The server had no room for this run, so it goes on in this page, from the same message and with all its branches.',
    busy: 'The server has too much to do, so the run goes on in this page, from the same message and with all its branches.',
    back: 'The server answers again, so the run is back there, at the same message and with all its branches.',
  },
  notKept: 'What was done in this run cannot be done again here, so it begins anew.',
  predictFailed:
    'The questions could not be loaded. Check the connection and switch Predict on again.',
  notSaved: (why: string) =>
    `Trace (JSON) could not be made. ${why} Try again, or take another form.`,
}

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

/** Values in the address that mean nothing here. */
export const address = {
  unknownParameter: (name: string, value: string, known: readonly string[]) =>
    `The address asks for ${name}=${value}, which is unknown. It can be ${known.join(', ')}. Everything else is as it asks.`,
  linkVersion: (found: string) =>
    `The link to a run cannot be read: it is of another version (“${found}”). The lesson itself is here to play.`,
  linkTooLong:
    'The link to a run cannot be read: it is longer than any run here. The lesson itself is here to play.',
  linkUnknown: (word: string, near: string) =>
    `The link to a run cannot be read: nothing here is called “${word}”; the nearest is “${near}”. The lesson itself is here to play.`,
  linkBranch: (found: string) =>
    `The link to a run cannot be read: “${found}” is no place at which a branch begins. The lesson itself is here to play.`,
  linkRefused: (problem: string) =>
    `The run of the link could be made again only in part. ${problem}`,
}
