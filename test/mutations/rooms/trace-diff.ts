import type { Mutation } from '../mutation.ts'

const predict = ['test/predict/predict.test.ts']

/** What is computed from traces: questions to predict, and two traces side by side. */
export const traceDiff: readonly Mutation[] = [
  {
    id: 'predict.no-cookie',
    what: 'When every cookie stays at home, “none” is wrong.',
    file: 'scenarios/predict/cookies.ts',
    find: 'const none = !cookies.some(({ sent }) => sent)',
    replace: 'const none = cookies.length === 0',
    killedBy: predict,
  },
  {
    id: 'predict.same-session',
    what: 'A new session id is asked for as the old one, and the other way round.',
    file: 'scenarios/predict/sessions.ts',
    find: "gift === null ? 'same-session' : 'new-session'",
    replace: "gift === null ? 'new-session' : 'same-session'",
    killedBy: predict,
  },
  {
    id: 'predict.two-right-answers',
    what: 'A question about a break-in has two right answers.',
    file: 'scenarios/predict/break-ins.ts',
    find: 'isIn && besides === undefined',
    replace: 'isIn',
    killedBy: predict,
  },
  {
    id: 'predict.most-options',
    what: 'A question offers every answer that there is.',
    file: 'scenarios/predict/answers.ts',
    find: '[...new Set(near)].slice(0, mostWrong)',
    replace: '[...new Set(near)]',
    killedBy: ['test/predict/answers.test.ts'],
  },
  {
    id: 'trace-diff.either-way-round',
    what: 'Two traces pair differently when they are swapped.',
    file: 'scenarios/trace-diff/index.ts',
    find: 'signature(left) > signature(right)',
    replace: 'signature(left) === signature(right)',
    killedBy: ['test/trace-diff/alignment.test.ts'],
  },
  {
    id: 'trace-diff.chapters',
    what: 'Chapters of different phases are paired.',
    file: 'scenarios/trace-diff/index.ts',
    find: 'left[0].phase === right[0].phase\n',
    replace: 'left.length > 0 && right.length > 0\n',
    killedBy: ['test/trace-diff/alignment.test.ts'],
  },
  {
    id: 'trace-diff.held-by-a-device',
    what: 'What the Hacker holds counts as held by the user.',
    file: 'scenarios/trace-diff/bottom-line.ts',
    find: 'isDevice(owner) && isOwnTable(where)',
    replace: 'isOwnTable(where)',
    killedBy: ['test/trace-diff/bottom-line.test.ts'],
  },
  {
    id: 'trace-diff.until-the-next-theft',
    what: 'What came of the second theft is told of the first.',
    file: 'scenarios/trace-diff/theft.ts',
    find: 'messages.slice(start + 1, starts[index + 1] ?? messages.length)',
    replace: 'messages.slice(start + 1)',
    killedBy: ['test/trace-diff/bottom-line.test.ts', 'test/predict/predict.test.ts'],
  },
  {
    id: 'conformance.new-with-every-token',
    what: 'Claims that are new with every token count as differences.',
    file: 'scenarios/conformance/claims.ts',
    find: 'if (fresh.has(name) || observed[name] === undefined',
    replace: 'if (observed[name] === undefined',
    killedBy: ['test/real/compare.test.ts'],
  },
  {
    id: 'conformance.status',
    what: 'An answer with another status is no difference, and one with the same is.',
    file: 'scenarios/conformance/index.ts',
    find: 'if (expected.http.status === observed.http.status) return []',
    replace: 'if (expected.http.status !== observed.http.status) return []',
    killedBy: ['test/real/compare.test.ts'],
  },
]
