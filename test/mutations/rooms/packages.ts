import type { Mutation } from '../mutation.ts'

const inProcess = ['test/packages/create-stand-in.test.ts']
const atSocket = ['test/packages/start-stand-in.test.ts']
const packed = ['test/packages/packages.test.ts']

/** The npm package: the stand-in as tests of others use it, and what is packed. */
export const packages: readonly Mutation[] = [
  {
    id: 'package.clock-stands-still',
    what: 'Time goes on by itself in a stand-in.',
    file: 'server/package/clock.ts',
    find: 'return { now: () => start }',
    replace: 'return { now: () => Math.max(start, Date.now()) }',
    killedBy: inProcess,
  },
  {
    id: 'package.time-goes-back',
    what: 'The clock of a stand-in goes back.',
    file: 'server/package/clock.ts',
    find: 'Number.isFinite(span) && span > 0',
    replace: 'Number.isFinite(span) && span !== 0',
    killedBy: inProcess,
  },
  {
    id: 'package.clock-of-another',
    what: 'A clock that is given is left aside.',
    file: 'server/package/create.ts',
    find: 'movable(making.clock ?? stoppedNow())',
    replace: 'movable(stoppedNow())',
    killedBy: inProcess,
  },
  {
    id: 'package.other-origin',
    what: 'A stand-in answers for the host of somebody else.',
    file: 'server/package/request.ts',
    find: 'if (url.origin !== origin)',
    replace: 'if (url.origin === "")',
    killedBy: inProcess,
  },
  {
    id: 'package.cookies-in-pages',
    what: 'A page loses the cookies that it sends to a stand-in.',
    file: 'server/package/request.ts',
    find: "Object.defineProperty(request, 'headers', { value: headers, configurable: true })",
    replace: 'headers.delete("x")',
    killedBy: ['test/packages/cookies.browser.test.ts'],
  },
  {
    id: 'package.unknown-option',
    what: 'An option with a slip in its name is passed over.',
    file: 'server/package/options.ts',
    find: 'if (unknown !== undefined)',
    replace: 'if (unknown === "")',
    killedBy: inProcess,
  },
  {
    id: 'package.left-listening',
    what: 'A stand-in whose Kickstart was refused goes on listening.',
    file: 'server/node/package/stand-in.ts',
    find: '    await close()\n    throw error',
    replace: '    throw error',
    killedBy: atSocket,
  },
  {
    id: 'package.own-address',
    what: 'The environment says where a stand-in is.',
    file: 'server/node/package/stand-in.ts',
    find: "env[name] ?? (name === 'FUSIONAUTH_APP_URL' ? origin : process.env[name])",
    replace: 'env[name] ?? process.env[name]',
    killedBy: atSocket,
  },
  {
    id: 'package.policy-at-import',
    what: 'To import the player makes a policy of Trusted Types that holds for the whole page.',
    file: 'server/node/package/bundles.ts',
    find: "join(root, 'web/package/trusted.ts')",
    replace: "join(root, 'web/ui/trusted.ts')",
    killedBy: packed,
  },
  {
    id: 'package.on-servers',
    what: 'A site generator fails when it imports the player.',
    file: 'server/node/package/manifest.ts',
    find: "    node: file('on-server.js'),\n",
    replace: '',
    killedBy: packed,
  },
  {
    id: 'package.types-of-tags',
    what: 'The player has no type of its own in a document.',
    file: 'server/node/package/types.ts',
    find: "types + elementOf('login-lab', 'LoginLab')",
    replace: 'types',
    killedBy: packed,
  },
]
