import type { Mutation } from '../mutation.ts'

const provisioning = ['test/fusionauth/provisioning.test.ts', 'test/real/provision.test.ts']

/** Setting up a FusionAuth, the bridge, and the Hacker’s site. */
export const fusionauth: readonly Mutation[] = [
  {
    id: 'fusionauth.secrets-that-stood-there',
    what: 'Provisioning again puts a new client secret in the place of the old one.',
    file: 'server/fusionauth/provision.ts',
    find: "if (typeof secret === 'string' && secret !== '') return { deed, secret }",
    replace: "if (typeof secret === 'string' && secret === clientSecret) return { deed, secret }",
    killedBy: provisioning,
  },
  {
    id: 'fusionauth.strangers-in-the-tenant',
    what: 'Removing takes along what somebody else put into the tenant.',
    file: 'server/fusionauth/remove.ts',
    find: "if (others !== '') {",
    replace: "if (others === 'everything') {",
    killedBy: provisioning,
  },
  {
    id: 'fusionauth.minutes-of-a-jwt',
    what: 'The life of a JWT is set in minutes where FusionAuth takes seconds.',
    file: 'server/fusionauth/policies.ts',
    find: "timeToLiveInSeconds: settings['jwt-minutes'] * 60",
    replace: "timeToLiveInSeconds: settings['jwt-minutes']",
    killedBy: ['test/defences/stand-in.test.ts'],
  },
  {
    id: 'fusionauth.app-callback',
    what: 'The app on a phone comes back by the address of the web application.',
    file: 'server/fusionauth/blueprint.ts',
    find: "isPublic ? '/app-callback' : '/oauth-callback'",
    replace: "isPublic ? '/oauth-callback' : '/app-callback'",
    killedBy: ['test/workflows/added.test.ts', 'test/workflows/sequence.test.ts'],
  },
  {
    id: 'fusionauth.gone-is-ended',
    what: 'A token that is gone already counts as one that could not be revoked.',
    file: 'server/fusionauth/endings.ts',
    find: 'return answer.status === 404 ? null :',
    replace: 'return answer.status === 401 ? null :',
    killedBy: ['test/real/lifetimes.test.ts'],
  },
  {
    id: 'fusionauth.widened-cookies',
    what: 'The proxy gives FusionAuth’s own session to the whole parent domain.',
    file: 'server/fusionauth/cookie-proxy.ts',
    find: "name === 'set-cookie' && widened.test(value)",
    replace: "name === 'set-cookie'",
    killedBy: ['test/fusionauth/cookie-proxy.test.ts'],
  },
  {
    id: 'transport.several-set-cookie',
    what: 'Of several Set-Cookie lines the last one is left.',
    file: 'server/transport/bridge.ts',
    find: '...(options?.append ? cookies : [])',
    replace: '',
    killedBy: ['test/transport/bridge.test.ts'],
  },
  {
    id: 'transport.cookie-lines',
    what: 'Several Cookie lines are joined by commas.',
    file: 'server/transport/bridge.ts',
    find: "cookies.join('; ')",
    replace: "cookies.join(', ')",
    killedBy: ['test/transport/bridge.test.ts'],
  },
  {
    id: 'transport.host',
    what: 'The Host of a request is whatever its field says.',
    file: 'server/transport/bridge.ts',
    find: "headers.set('host', host)",
    replace: "if (!headers.has('host')) headers.set('host', host)",
    killedBy: ['test/transport/bridge.test.ts', 'test/apps/hostile.test.ts'],
  },
  {
    id: 'attacker.headers-of-a-page',
    what: 'A page of the Hacker’s is sent without its own fields.',
    file: 'server/attacker/site.ts',
    find: '        ...(page.headers ?? []),\n',
    replace: '',
    killedBy: ['test/attacks/pairs.test.ts'],
  },
]
