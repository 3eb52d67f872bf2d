import type { Mutation } from '../mutation.ts'

const callback = ['test/apps/callback.test.ts']
const idToken = ['test/apps/id-token.test.ts']
const logout = ['test/apps/logout.test.ts']
const rotation = ['test/workflows/key-rotation.test.ts']
const tokens = 'server/apps/provider/token-verifier.ts'
const gateway = 'server/apps/provider/fusionauth-gateway.ts'

/** The two applications: tokens, renewals, logouts, the log. */
export const appTokens: readonly Mutation[] = [
  {
    id: 'apps.nonce',
    what: 'The nonce of an ID token is not compared.',
    file: tokens,
    find: "if (nonce !== undefined && payload['nonce'] !== nonce)",
    replace: "if (nonce !== undefined && payload['nonce'] === undefined)",
    killedBy: [...idToken, ...callback],
  },
  {
    id: 'apps.algorithms',
    what: 'A token may choose the algorithm that it is judged by.',
    file: tokens,
    find: "algorithms: ['RS256'],",
    replace: '',
    killedBy: idToken,
  },
  {
    id: 'apps.audience',
    what: 'A token for another application is taken.',
    file: tokens,
    find: 'audience: settings.clientId,',
    replace: '',
    killedBy: idToken,
  },
  {
    id: 'apps.nobody-else',
    what: 'A token that is meant for others besides is taken.',
    file: tokens,
    find: '[aud].flat().length !== 1 || ',
    replace: '',
    killedBy: idToken,
  },
  {
    id: 'apps.kinds-of-tokens',
    what: 'An ID token passes for an access token.',
    file: gateway,
    find: "{ use: 'access token' }",
    replace: '{}',
    killedBy: ['test/apps/refresh.test.ts'],
  },
  {
    id: 'apps.keys-again',
    what: 'The keys are not fetched again for a token with a new key.',
    file: tokens,
    find: 'if (!unknownKey || fresh)',
    replace: 'if (unknownKey || fresh)',
    killedBy: idToken,
  },
  {
    id: 'apps.refresh-for-the-same-user',
    what: 'A refresh may go on for another user.',
    file: gateway,
    find: 'answer.ok && owner !== null && owner.id !== answer.value.user.id',
    replace: 'answer.ok && owner === null',
    killedBy: ['test/apps/refresh.test.ts'],
  },
  {
    id: 'apps.rotated-token-has-a-holder',
    what: 'Nobody remembers whose a rotated refresh token is.',
    file: 'server/apps/session/refresh.ts',
    find: 'if (user !== null) memory.saveUser(user, refreshToken)',
    replace: '',
    killedBy: [
      'test/apps/refresh.test.ts',
      'test/apps/accept-token.test.ts',
      'test/apps/refresh-token-place.test.ts',
    ],
  },
  {
    id: 'apps.single-flight',
    what: 'A refresh that is over is handed out for ever.',
    file: 'server/apps/session/refresh.ts',
    find: '.finally(() => inFlight.delete(token))',
    replace: '',
    killedBy: ['test/apps/refresh.test.ts', 'test/workflows/at-once.test.ts'],
  },
  {
    id: 'apps.logout-token-once',
    what: 'A logout token works again and again.',
    file: 'server/apps/logout/back-channel.ts',
    find: 'usedTokens.set(jti, (exp + 60) * 1000)',
    replace: 'usedTokens.set(jti, exp)',
    killedBy: ['test/defences/logout.test.ts'],
  },
  {
    id: 'apps.logout-token-nonce',
    what: 'An ID token logs its user out.',
    file: 'server/apps/logout/back-channel.ts',
    find: 'if (nonce !== undefined)',
    replace: 'if (nonce === null)',
    killedBy: ['test/defences/logout.test.ts'],
  },
  {
    id: 'apps.logout-of-this-browser',
    what: 'A logout that was not begun here is confirmed.',
    file: 'server/apps/logout/logout.ts',
    find: "response === null || consumeTransaction(c, 'logout', memory.logouts, response) === null",
    replace: 'response === null',
    killedBy: [...logout, 'test/apps/logout-at-fusionauth.test.ts'],
  },
  {
    id: 'apps.logout-in-a-frame',
    what: 'Any request to the address for FusionAuth’s frame logs the user out.',
    file: 'server/apps/logout/logout.ts',
    find: "c.req.header('sec-fetch-dest') !== 'iframe'",
    replace: "c.req.header('sec-fetch-dest') === 'document'",
    killedBy: [...logout, 'test/apps/logout-at-fusionauth.test.ts'],
  },
  {
    id: 'apps.log-redaction',
    what: 'A log that leaves secrets out copies the Cookie field.',
    file: 'server/apps/access-log.ts',
    find: "if (defences['log-redaction']) return next()",
    replace: "if (!defences['log-redaction']) return next()",
    killedBy: [
      'test/defences/steps.test.ts',
      'test/apps/secrets.test.ts',
      'test/attacks/pairs.test.ts',
    ],
  },
  {
    id: 'apps.token-beside-a-session',
    what: 'The refresh token of a session that is over stays on the server.',
    file: 'server/apps/session/refresh-token-place.ts',
    find: 'if (formerKey !== key) remove(formerKey)',
    replace: '',
    killedBy: ['test/apps/refresh-token-place.test.ts', 'test/apps/accept-token.test.ts'],
  },
  {
    id: 'apps.forgets-keys',
    what: 'An application that is to forget the keys goes by those that it had.',
    file: tokens,
    find: '      keys = null\n      keySet = null\n      return had',
    replace: '      return had',
    killedBy: rotation,
  },
]
