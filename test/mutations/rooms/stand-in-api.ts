import type { Mutation } from '../mutation.ts'

const codes = ['test/fusionauth/code-grant.test.ts', 'test/fusionauth/oauth/code-rows.test.ts']
const refresh = [
  'test/fusionauth/refresh-grant.test.ts',
  'test/fusionauth/oauth/refresh-rows.test.ts',
]
const apiKeys = ['test/fusionauth/api/api-keys.test.ts']
const refreshTokens = 'server/fusionauth/stand-in/tokens/refresh-tokens.ts'

/** The stand-in’s tokens, accounts, keys, Kickstart and API. */
export const standInApi: readonly Mutation[] = [
  {
    id: 'fusionauth.rotation',
    what: 'A refresh token that was replaced works on.',
    file: refreshTokens,
    find: '  memory.refreshTokens.delete(refreshToken.token)\n  memory.refreshTokens.set(rotated',
    replace: '  memory.refreshTokens.set(rotated',
    killedBy: refresh,
  },
  {
    id: 'fusionauth.reuse',
    what: 'The reuse of a refresh token revokes nothing where it should, and something where it should not.',
    file: refreshTokens,
    find: 'if (tenant.jwtConfiguration.refreshTokenRevocationPolicy.onOneTimeTokenReuse)',
    replace: 'if (!tenant.jwtConfiguration.refreshTokenRevocationPolicy.onOneTimeTokenReuse)',
    killedBy: refresh,
  },
  {
    id: 'fusionauth.grace-period',
    what: 'The grace period of a replaced token is taken for milliseconds.',
    file: refreshTokens,
    find: 'gracePeriodInSeconds * 1000',
    replace: 'gracePeriodInSeconds',
    killedBy: [...refresh, 'test/defences/stand-in.test.ts'],
  },
  {
    id: 'fusionauth.tty',
    what: 'An ID token passes for an access token.',
    file: 'server/fusionauth/stand-in/tokens/types.ts',
    find: 'tty === undefined || tty === type',
    replace: 'tty !== undefined || tty === type',
    killedBy: ['test/fusionauth/oauth/token-types.test.ts'],
  },
  {
    id: 'fusionauth.at-hash',
    what: 'at_hash is the whole hash instead of its left half.',
    file: 'server/fusionauth/stand-in/tokens/id-token.ts',
    find: '.subarray(0, 16)',
    replace: '.subarray(0, 32)',
    killedBy: ['test/fusionauth/code-flow.test.ts', ...codes],
  },
  {
    id: 'fusionauth.longest-life',
    what: 'A sliding refresh token outlives its longest life.',
    file: 'server/fusionauth/stand-in/tokens/lifetimes.ts',
    find: 'return Math.min(end,',
    replace: 'return Math.max(end,',
    killedBy: refresh,
  },
  {
    id: 'fusionauth.lockout',
    what: 'An account is locked one wrong password too late.',
    file: 'server/fusionauth/stand-in/memory/lockout.ts',
    find: 'failed.count < rule.tooManyAttempts',
    replace: 'failed.count <= rule.tooManyAttempts',
    killedBy: [
      'test/fusionauth/api/user-actions.test.ts',
      'test/fusionauth/api/login-statuses.test.ts',
    ],
  },
  {
    id: 'fusionauth.password-change-ends',
    what: 'A new password ends no refresh token.',
    file: 'server/fusionauth/stand-in/api/change-password.ts',
    find: 'endAfterPasswordChange(instance, changed)',
    replace: '',
    killedBy: [
      'test/fusionauth/api/change-password.test.ts',
      'test/defences/stand-in.test.ts',
      'test/fusionauth/revocation.test.ts',
    ],
  },
  {
    id: 'fusionauth.kickstart-escape',
    what: 'A backslash before #{ in a Kickstart stays there.',
    file: 'server/fusionauth/stand-in/kickstart/interpolate.ts',
    find: "if (escape !== '') parts.push(whole.slice(1))",
    replace: "if (escape !== '') parts.push(whole)",
    killedBy: [
      'test/fusionauth/kickstart/kickstart.test.ts',
      'test/fusionauth/kickstart/compose.test.ts',
    ],
  },
  {
    id: 'fusionauth.kickstart-folder',
    what: 'A Kickstart includes files from outside its folder.',
    file: 'server/fusionauth/stand-in/kickstart/interpolate.ts',
    find: "part === '..' || part === '.'",
    replace: "part === '.'",
    killedBy: [
      'test/fusionauth/kickstart/problems.test.ts',
      'test/fusionauth/kickstart/kickstart.test.ts',
    ],
  },
  {
    id: 'fusionauth.kept-for-all-tenants',
    what: 'A key of one tenant changes what belongs to all.',
    file: 'server/fusionauth/stand-in/kept/kinds.ts',
    find: "isGlobal: reach === 'global'",
    replace: "isGlobal: reach === 'any'",
    killedBy: ['test/fusionauth/api/kept.test.ts'],
  },
  {
    id: 'fusionauth.key-permits-a-method',
    what: 'An API key for GET may POST.',
    file: 'server/fusionauth/stand-in/memory/api-key.ts',
    find: 'key.permissions.endpoints[endpoint]?.includes(method) === true',
    replace: 'key.permissions.endpoints[endpoint] !== undefined',
    killedBy: apiKeys,
  },
  {
    id: 'fusionauth.scope-of-a-key',
    what: 'A key of one tenant sees the users of all.',
    file: 'server/fusionauth/stand-in/api/request.ts',
    find: "return scope === '' || scope === tenantId",
    replace: "return scope === '' || scope !== ''",
    killedBy: ['test/fusionauth/api/tenants.test.ts'],
  },
]
