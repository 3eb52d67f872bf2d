export const share = {
  title: 'Share',
  close: 'Close',
  scope: 'How much of the run',
  here: (n: number) => `Up to message ${n}`,
  whole: (n: number) => (n === 1 ? 'The one message so far' : `All ${n} messages so far`),
  copy: 'Copy',
  save: 'Save',
  open: 'Open',
  making: 'One moment…',
  nothing: 'Nothing was sent yet. Play, and come back.',
  links: 'Links',
  messageLink: 'Link to this message',
  messageLinkNote: 'Opens the lesson, paused at this message.',
  lessonLink: 'Link to this lesson',
  lessonLinkNote: 'Opens the lesson before its first message.',
  runLink: 'Link to this run',
  runLinkNote: 'Does the same steps again, on the same branch, and stops at this message.',
  typed: 'What was typed into a login form is not in the link, only whether it was right.',
  otherServer: 'This run used a real FusionAuth: elsewhere the same steps bring other values.',
  diagram: 'Diagram',
  mermaid: 'Mermaid',
  mermaidNote: 'Text that many wikis and repositories draw.',
  plantUml: 'PlantUML',
  plantUmlNote: 'Text for PlantUML.',
  svg: 'SVG picture',
  svgNote: 'Sharp at any size, in the colours of this page.',
  png: 'PNG picture',
  pngNote: 'For slides and chats, at up to twice the size.',
  messages: 'Messages',
  har: 'HTTP archive (HAR)',
  harNote: 'Opens in the network panel of browsers’ developer tools.',
  curl: 'This request as cURL',
  curlNote: 'To send it yourself.',
  noRequest: 'This message is no request. Go to a request, and come back.',
  article: 'Article (Markdown)',
  articleNote: 'The diagram, every message in a sentence, and what came of it.',
  run: 'Recording',
  trace: 'Trace (JSON)',
  traceNote: 'The whole run, to be played again here.',
  openTrace: 'Open a saved trace',
  openNote: 'Plays a run that was saved before.',
  embed: 'On a page of your own',
  embedNote:
    'Shown on the sites that the operator of this Login Lab has named. Where your tool swallows scripts, put the script line in the head of the page or site instead.',
  element: 'Element',
  elementNote:
    'For HTML, Markdown and MDX. Shows a link until the player is there, as high as it needs to be.',
  watch: 'Watch this login',
  frame: 'Frame',
  frameNote: 'HTML with an iframe, for places where no script may run.',
  secret:
    'This run used a real FusionAuth: HTTP archive, cURL, article and trace may hold tokens that are still valid.',
  copied: (what: string) => `Copied: ${what}.`,
  saved: (file: string) => `Saved as ${file}.`,
  byHand:
    'The browser does not allow copying here. The text is selected below: copy it with Ctrl+C or ⌘C.',
  byHandLabel: (what: string) => `${what}, to copy by hand`,
  failed: (what: string, why: string) =>
    `${what} could not be made. ${why} Try again, or take another form.`,
  pictureWords: (workflow: string, messages: number) =>
    `Sequence diagram of ${workflow}: ${messages} messages.`,
  pictureFoot: (lesson: string, messages: number) =>
    `Login Lab · lesson “${lesson}” · ${messages} messages that were really sent, numbered in order`,
  pictureKey:
    'Chip: a secret that the message carries, struck through when it is of no more use. Dashed number: not in FusionAuth’s published diagram.',
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
