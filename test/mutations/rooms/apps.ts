import type { Mutation } from '../mutation.ts'

const callback = ['test/apps/callback.test.ts']
const cookies = ['test/apps/cookies.test.ts']
const transactions = 'server/apps/transactions.ts'
const callbackFile = 'server/apps/login/callback.ts'
const theCookies = 'server/apps/cookies.ts'
const memory = 'server/apps/memory.ts'

/** The two applications: logins, forms, sessions, cookies. */
export const apps: readonly Mutation[] = [
  {
    id: 'apps.state-of-this-browser',
    what: 'A login that was begun in another browser is finished here.',
    file: transactions,
    find: 'transaction === undefined || transaction.browser !== cookie',
    replace: 'transaction === undefined',
    killedBy: callback,
  },
  {
    id: 'apps.state-once',
    what: 'One state finishes any number of logins.',
    file: transactions,
    find: '        remove(key, transaction)\n        return transaction',
    replace: '        return transaction',
    killedBy: callback,
  },
  {
    id: 'apps.state-for-a-while',
    what: 'A login may take as long as it likes at FusionAuth.',
    file: transactions,
    find: 'if (transaction.expiresAt <= clock.now()) remove(key, transaction)',
    replace: 'if (attempt.expiresAt <= 0) remove(key, attempt)',
    killedBy: callback,
  },
  {
    id: 'apps.pkce-challenge',
    what: 'The code challenge is the verifier itself.',
    file: 'server/apps/login/authorization-request.ts',
    find: 'base64url.encode(sha256(utf8ToBytes(verifier)))',
    replace: 'base64url.encode(utf8ToBytes(verifier))',
    killedBy: callback,
  },
  {
    id: 'apps.iss-is-promised',
    what: 'An answer without iss is taken from a server that promises one.',
    file: callbackFile,
    find: 'named === null ? !provider.supportsIss : named === issuer',
    replace: 'named === null || named === issuer',
    killedBy: callback,
  },
  {
    id: 'apps.fresh-login',
    what: 'A login of any age is fresh enough for an order.',
    file: callbackFile,
    find: 'tokenClock.now() - authenticatedAt * 1000 <= maxAuthenticationAge',
    replace: 'authenticatedAt * 1000 - tokenClock.now() <= maxAuthenticationAge',
    killedBy: ['test/apps/checkout.test.ts'],
  },
  {
    id: 'apps.csrf-cookie',
    what: 'A form without a token is taken from a browser without the cookie.',
    file: 'server/apps/csrf.ts',
    find: 'known !== undefined && form.get(fieldName) === known',
    replace: 'form.get(fieldName) === (known ?? null)',
    killedBy: ['test/defences/forms.test.ts'],
  },
  {
    id: 'apps.csrf-of-an-app',
    what: 'An app on a phone has to send what only browsers send.',
    file: 'server/apps/csrf.ts',
    find: "client === 'mobile' ||\n",
    replace: "client === 'webapp' ||\n",
    killedBy: ['test/apps/api.test.ts', 'test/workflows/clients.test.ts'],
  },
  {
    id: 'apps.fetch-metadata',
    what: 'A page on a neighbouring host may load the application in a frame.',
    file: 'server/apps/guard.ts',
    find: "if (site === undefined || site === 'none' || site === 'same-origin') return false",
    replace: "if (site !== 'cross-site') return false",
    killedBy: [
      'test/defences/forms.test.ts',
      'test/apps/cookies.test.ts',
      'test/apps/logout.test.ts',
    ],
  },
  {
    id: 'apps.origin-check',
    what: 'A form that names no Origin is taken for one’s own.',
    file: 'server/apps/csrf.ts',
    find: "c.req.header('origin') === origin",
    replace: "(c.req.header('origin') ?? origin) === origin",
    killedBy: ['test/defences/forms.test.ts', 'test/apps/logout.test.ts'],
  },
  {
    id: 'apps.session-rotation',
    what: 'The session that was there before a login lives on.',
    file: memory,
    find: 'if (!keepsId) endSession(presentedId)',
    replace: '',
    killedBy: ['test/defences/sessions.test.ts'],
  },
  {
    id: 'apps.longest-session',
    what: 'A session that is used lives for ever.',
    file: memory,
    find: 'Math.min(clock.now() + idleLifetime, latest)',
    replace: 'clock.now() + idleLifetime',
    killedBy: ['test/defences/sessions.test.ts'],
  },
  {
    id: 'apps.end-of-a-session',
    what: 'A session is good in the very millisecond in which it ends.',
    file: memory,
    find: 'session.expiresAt > clock.now()',
    replace: 'session.expiresAt >= clock.now()',
    killedBy: ['test/apps/cookies.test.ts', 'test/defences/sessions.test.ts'],
  },
  {
    id: 'apps.host-prefix-is-secure',
    what: 'A __Host- cookie is set without Secure where that is switched off.',
    file: theCookies,
    find: "defences.secure || defences['host-prefix']",
    replace: 'defences.secure',
    killedBy: ['test/defences/cookies.test.ts'],
  },
  {
    id: 'apps.cookies-taken-back',
    what: 'A cookie is taken back without the attributes that it was set with.',
    file: theCookies,
    find: 'deleteCookie(c, names[one], baseAttributes(settings))',
    replace: "deleteCookie(c, names[one], { path: '/' })",
    killedBy: cookies,
  },
  {
    id: 'apps.marks-twice',
    what: 'The mark of a login may come twice.',
    file: theCookies,
    find: '{ ...loginCookieNames(settings), ...transactionCookieNames }',
    replace: 'loginCookieNames(settings)',
    killedBy: cookies,
  },
  {
    id: 'apps.refresh-token-lasts',
    what: 'The cookie with the refresh token ends with the browser.',
    file: theCookies,
    find: '{ ...attributes, maxAge: refreshTokenMaxAge }',
    replace: 'attributes',
    killedBy: cookies,
  },
  {
    id: 'apps.open-redirector',
    what: 'A link leads to another origin of the same scheme.',
    file: 'server/apps/open-redirect.ts',
    find: 'URL.parse(to, origin)?.origin === origin',
    replace: "URL.parse(to, origin)?.protocol === 'https:'",
    killedBy: [
      'test/defences/steps.test.ts',
      'test/defences/forms.test.ts',
      'test/attacks/pairs.test.ts',
    ],
  },
]
