import type { Mutation } from '../mutation.ts'

const clients = ['test/node/operations/client-address.test.ts']
const address = 'server/node/operations/client-address.ts'

/** How the server is operated. */
export const operations: readonly Mutation[] = [
  {
    id: 'operations.trust-everybody',
    what: 'X-Forwarded-For is believed, whoever sends it.',
    file: address,
    find: 'proxyAddr(incoming, trusts)',
    replace: 'proxyAddr(incoming, () => true)',
    killedBy: clients,
  },
  {
    id: 'operations.first-forwarded',
    what: 'The first address of X-Forwarded-For is taken, which anybody can write.',
    file: address,
    find: 'proxyAddr(incoming, trusts)',
    replace:
      "trusts(peer, 0) ? String(incoming.headers['x-forwarded-for']).split(',', 1)[0] ?? '' : peer",
    killedBy: clients,
  },
  {
    id: 'operations.no-address',
    what: 'Whatever a trusted proxy names is taken for an address.',
    file: address,
    find: 'plain(isIP(address) === 0 ? peer : address)',
    replace: 'plain(address)',
    killedBy: clients,
  },
  {
    id: 'operations.mapped-address',
    what: 'An IPv4 address inside IPv6 counts as another client.',
    file: address,
    find: 'plain(isIP(address) === 0 ? peer : address)',
    replace: 'isIP(address) === 0 ? peer : address',
    killedBy: clients,
  },
  {
    id: 'operations.number-of-proxies',
    what: 'A number of proxies is taken for the address of one.',
    file: address,
    find: "if (isIP(item.split('/', 1)[0] ?? '') === 0) return false",
    replace: '',
    killedBy: clients,
  },
  {
    id: 'operations.ipv6-networks',
    what: 'Each address of an IPv6 network counts as a client.',
    file: address,
    find: 'groupsOf(bare).slice(0, 4)',
    replace: 'groupsOf(bare).slice(0, 8)',
    killedBy: clients,
  },
]
