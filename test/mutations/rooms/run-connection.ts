import type { Mutation } from '../mutation.ts'

const mirror = ['test/web/mirror.test.ts']
const remote = ['test/web/remote.test.ts']
const runLink = ['test/web/run-link.test.ts']

/** Runs that live elsewhere, and links to them. */
export const runConnection: readonly Mutation[] = [
  {
    id: 'web.mirror-stale',
    what: 'A shorter branch is taken for an old state.',
    file: 'web/player/run/mirror.ts',
    find: 'const isStale = same && length',
    replace: 'const isStale = length',
    killedBy: mirror,
  },
  {
    id: 'web.failover-twice',
    what: 'A command whose answer was lost is carried out twice.',
    file: 'web/player/run/failover-run.ts',
    find: 'if (command.hasHappened(before, this.run.state)) return { result: { ok: true } }',
    replace: '',
    killedBy: remote,
  },
  {
    id: 'web.failover-to-the-page',
    what: 'A run whose server is full is not looked for in the page.',
    file: 'web/player/run/failover-run.ts',
    find: 'if (!this.#isRepeatable) return false',
    replace: "if (!this.#isRepeatable || why === 'full') return false",
    killedBy: remote,
  },
  {
    id: 'web.failover-crossing',
    what: 'What is done in a run while it goes back to its server is lost.',
    file: 'web/player/run/failover-run.ts',
    find: 'if (this.#isClosed || !isCurrent())',
    replace: 'if (this.#isClosed)',
    killedBy: remote,
  },
  {
    id: 'web.failover-for-ever',
    what: 'A run in its page looks for its server without an end.',
    file: 'web/player/run/look-again.ts',
    find: 'delays[next] ?? Infinity',
    replace: 'delays[next] ?? 640_000',
    killedBy: remote,
  },
  {
    id: 'web.failover-real',
    what: 'A run at a real FusionAuth is made again by itself.',
    file: 'web/player/run/failover-run.ts',
    find: 'if (!this.#isRepeatable || server === null)',
    replace: 'if (server === null)',
    killedBy: remote,
  },
  {
    id: 'web.lost-run',
    what: 'A run that the server has ended counts as one that it refuses to step on.',
    file: 'web/player/run/remote.ts',
    find: 'status === 404 || status === 410',
    replace: 'status === 410',
    killedBy: remote,
  },
  {
    id: 'web.reopened-branches',
    what: 'A run that is made again elsewhere has only its first branch.',
    file: 'web/player/run/reopen.ts',
    find: 'historyOf(state)',
    replace: "historyOf({ branches: state.branches.slice(0, 1), branch: 'b1' })",
    killedBy: remote,
  },
  {
    id: 'web.run-link-shares',
    what: 'A line of a link repeats what it shares with the line before.',
    file: 'web/player/run-link/text.ts',
    find: '...events.slice(shared).map(wordOf)',
    replace: '...events.map(wordOf)',
    killedBy: runLink,
  },
  {
    id: 'web.run-link-beyond',
    what: 'A line of a link may share more than there is.',
    file: 'web/player/run-link/text.ts',
    find: 'at === undefined || Number(shared) > before.length',
    replace: 'at === undefined',
    killedBy: runLink,
  },
  {
    id: 'web.run-link-words',
    what: 'Two events have one word in a link.',
    file: 'scenarios/model/event.ts',
    find: "'hack-open-{app}'",
    replace: "'open-{app}'",
    killedBy: runLink,
  },
  {
    id: 'web.run-link-typed',
    what: 'Typed words that were right are told as wrong.',
    file: 'web/player/run-link/lines.ts',
    find: "wasRight(messages, nth) ? 'right' : 'wrong-password'",
    replace: "wasRight(messages, nth + 1) ? 'right' : 'wrong-password'",
    killedBy: runLink,
  },
  {
    id: 'web.link-keeps-the-seed',
    what: 'A link to a message leaves the seed out.',
    file: 'web/features/share/run-address.ts',
    find: "next.searchParams.set('seed', seed)",
    replace: "next.searchParams.delete('seed')",
    killedBy: runLink,
  },
]
