export const screen = {
  who: 'Whose browser',
  browser: (agent: string): string => {
    if (agent === 'Mobile') return 'User’s app'
    return agent === 'Hacker' ? 'Hacker’s browser' : 'User’s browser'
  },
  both: 'Both',
  app: 'An app: no address bar, and no cookies',
  enlarge: 'Large',
  sideBySide: 'Side by side',
  shrink: 'Back to the diagram',
  blank: (agent: string): string =>
    agent === 'Hacker'
      ? 'The Hacker has not opened a page yet.'
      : 'The user has not opened a page yet.',
  open: 'Open the Store',
  frame: (agent: string, title: string): string =>
    agent === 'Hacker'
      ? `The page that the Hacker sees: ${title}`
      : `The page that the user sees: ${title}`,
  untitled: 'a page without a title',
  address: 'Address',
  secure: 'Encrypted',
  secureMeans:
    'https: on the way nobody can read or change what is sent, and the server has proved that this name is its own. That says nothing about whether the name is the right one, or about who holds a stolen cookie.',
  insecure: 'Not encrypted',
  insecureMeans:
    'http: whoever sits on the way can read and change everything, passwords and cookies included.',
  cookies: (count: number): string => (count === 1 ? '1 cookie' : `${count} cookies`),
  cookiesOf: (host: string) => `that go to ${host}. Show them`,
  status: (status: number) => `Status ${status}`,
  live: 'Live: type and press here.',
  past: 'In the past: what you do here opens a branch.',
  between: 'In the middle of an exchange: the page is still on its way.',
  goOn: (n: number) => `Go to message ${n}, where the page is there`,
  recorded: 'A recording: it can be looked at, not acted in.',
  nowhere: 'The lab does not follow this one: nothing of the lesson lies behind it.',
  busy: 'The step before is still under way.',
  hint: 'A password that you make up stays out of the trace.',
  rightWords: 'Log in with the right one',
  hackerHint: 'Refresh the cart here, and the Hacker asks the Store for it again.',
}
