import type { Mutation } from '../mutation.ts'

const clients = ['test/node/operations/client-address.test.ts']
const queue = ['test/node/fair-queue.test.ts']
const turns = ['test/node/take-turn.test.ts']
const fairQueue = 'server/node/fair-queue.ts'
const health = ['test/node/operations/health.test.ts']
const healthFile = 'server/node/operations/health.ts'
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
  {
    id: 'operations.turns',
    what: 'A client keeps its turn until nothing of it waits.',
    file: fairQueue,
    find: 'if (lines.delete(client)) lines.set(client, line)',
    replace: '',
    killedBy: queue,
  },
  {
    id: 'operations.at-once',
    what: 'One piece of work too many is done at a time.',
    file: fairQueue,
    find: 'while (busy < bounds.atOnce)',
    replace: 'while (busy <= bounds.atOnce)',
    killedBy: queue,
  },
  {
    id: 'operations.one-breath',
    what: 'Nobody else is served between two pieces of work.',
    file: fairQueue,
    find: 'setImmediate(next)',
    replace: 'next()',
    killedBy: queue,
  },
  {
    id: 'operations.per-client',
    what: 'What waits for one client has no bound.',
    file: fairQueue,
    find: 'own >= bounds.perClient || ',
    replace: '',
    killedBy: queue,
  },
  {
    id: 'operations.overall',
    what: 'What waits for all clients has no bound.',
    file: fairQueue,
    find: 'waiting >= bounds.overall || ',
    replace: '',
    killedBy: queue,
  },
  {
    id: 'operations.too-long',
    what: 'Nobody is refused for the time that they would wait.',
    file: fairQueue,
    find: ' || wait > bounds.longest',
    replace: '',
    killedBy: queue,
  },
  {
    id: 'operations.wait-by-turns',
    what: 'A client is expected to wait for everything that waits.',
    file: fairQueue,
    find: 'before += Math.min(line.size, own + 1)',
    replace: 'before += line.size',
    killedBy: queue,
  },
  {
    id: 'operations.left',
    what: 'Work is done for whoever has left.',
    file: fairQueue,
    find: "signal?.addEventListener('abort', onLeave, { once: true })",
    replace: '',
    killedBy: [...queue, ...turns],
  },
  {
    id: 'operations.left-before',
    what: 'Work is begun for whoever had left before it was asked for.',
    file: fairQueue,
    find: "if (signal?.aborted === true) return Promise.resolve({ kind: 'left' })",
    replace: '',
    killedBy: queue,
  },
  {
    id: 'operations.failing-work',
    what: 'Work that fails keeps its place for ever.',
    file: fairQueue,
    find: '} catch (error) {\n            reject(error)\n          }',
    replace:
      '} catch (error) {\n            reject(error)\n            await new Promise(() => undefined)\n          }',
    killedBy: queue,
  },
  {
    id: 'operations.refusal-says-where',
    what: 'Whoever is refused is not told that the run can be in the page.',
    file: 'server/node/take-turn.ts',
    find: 'c.json({ ...problem, fusionauth: { kind } }, 429)',
    replace: 'c.json(problem, 429)',
    killedBy: turns,
  },
  {
    id: 'operations.one-client',
    what: 'All clients count as one.',
    file: 'server/node/take-turn.ts',
    find: 'networkOf(clientOf(c))',
    replace: "networkOf('')",
    killedBy: turns,
  },
  {
    id: 'operations.waiting-commands',
    what: 'Commands of one run that wait for each other take places of other work.',
    file: 'server/node/runs.ts',
    find: 'await found.opened.turns.take(() => command(id, act, asking))',
    replace:
      'await asking?.turn?.(async () => found.opened.turns.take(() => command(id, act, asking)))',
    killedBy: turns,
  },
  {
    id: 'operations.ready-while-stopping',
    what: 'A server that stops goes on being sent learners.',
    file: healthFile,
    find: '!isStopping() && ',
    replace: '',
    killedBy: health,
  },
  {
    id: 'operations.patience',
    what: 'A store that hangs keeps whoever asks waiting.',
    file: healthFile,
    find: 'await Promise.race([answer(), late])',
    replace: 'await answer()',
    killedBy: health,
  },
  {
    id: 'operations.failing-store',
    what: 'What a store says of its failure becomes an answer of the server.',
    file: healthFile,
    find: '} catch {\n    return false\n  } finally',
    replace: '} finally',
    killedBy: health,
  },
  {
    id: 'operations.health-policy',
    what: 'An answer about health has no security headers.',
    file: healthFile,
    find: "health.get('/healthz', securityHeaders(site), ",
    replace: "health.get('/healthz', ",
    killedBy: health,
  },
  {
    id: 'operations.health-by-any-name',
    what: 'Health is told to those only who know the name of the server.',
    file: 'server/node/pages.ts',
    find: "pages.route('/', health)\n  pages.all('/api', (c) => api.fetch(c.req.raw, c.env))\n  pages.all('/api/*', (c) => api.fetch(c.req.raw, c.env))\n  pages.use(securityHeaders(site))\n  pages.use(guard(site))",
    replace:
      "pages.all('/api', (c) => api.fetch(c.req.raw, c.env))\n  pages.all('/api/*', (c) => api.fetch(c.req.raw, c.env))\n  pages.use(securityHeaders(site))\n  pages.use(guard(site))\n  pages.route('/', health)",
    killedBy: health,
  },
]
