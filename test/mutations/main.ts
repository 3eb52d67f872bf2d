import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyOf } from './copy.ts'
import { mutated, type Mutation, roomOf } from './mutation.ts'
import { mutations } from './table.ts'
import { runTests, type Tested } from './vitest.ts'

const allTests = '--all-tests'

/** The mutations that were asked for by id or room; all when nothing was named. */
const chosen = (names: readonly string[]): readonly Mutation[] => {
  const isNamed = (one: Mutation, name: string): boolean => one.id === name || roomOf(one) === name
  const unknown = names.find((name) => !mutations.some((one) => isNamed(one, name)))
  if (unknown !== undefined) {
    const rooms = [...new Set(mutations.map(roomOf))].join(', ')
    console.error(`There is no mutation and no room ${unknown}. The rooms are ${rooms}.`)
    process.exit(2)
  }
  if (names.length === 0) return mutations
  return mutations.filter((one) => names.some((name) => isNamed(one, name)))
}

const keyOf = ({ killedBy }: Mutation): string => killedBy.toSorted().join(' ')

type Group = [Mutation, ...Mutation[]]

/** Mutations of one key together, in the order of the table. */
const grouped = (
  all: readonly Mutation[],
  key: (mutation: Mutation) => string,
): Iterable<Group> => {
  const groups = new Map<string, Group>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return groups.values()
}

/** Does something with the mistake in the copy, and takes it out again. */
const withMistake = async (
  root: string,
  mutation: Mutation,
  work: () => Promise<Tested>,
): Promise<Tested | string> => {
  const path = join(root, mutation.file)
  let before: string
  try {
    before = readFileSync(path, 'utf8')
  } catch {
    return `there is no file ${mutation.file}`
  }
  const after = mutated(mutation, before)
  if (!after.ok) return after.problem
  writeFileSync(path, after.text)
  try {
    return await work()
  } finally {
    writeFileSync(path, before)
  }
}

type Verdict = 'killed' | 'survived' | 'not applicable'

const say = (verdict: Verdict, { id, what }: Mutation, seconds: number, note: string): Verdict => {
  console.log(`${verdict.padEnd(14)} ${seconds.toFixed(1).padStart(5)} s  ${id}  ${note}`)
  if (verdict !== 'killed') console.log(`${' '.repeat(24)}${what}`)
  return verdict
}

/**
 * Makes each mistake in a copy of the checkout, and runs the tests that are to notice it (with
 * `--all-tests` every test). Each set of tests is run without a mistake first: it has to pass.
 */
const judge = async (root: string, wanted: readonly Mutation[], all: boolean) => {
  const verdicts: Verdict[] = []
  for (const [first, ...others] of grouped(wanted, all ? () => '' : keyOf)) {
    const files = all ? [] : first.killedBy
    const clean = await runTests(root, files, !all)
    if (!clean.passed) console.log(`These tests fail without a mistake: ${clean.first}`)
    for (const mutation of [first, ...others]) {
      const tested = await withMistake(root, mutation, () => runTests(root, files, !all))
      if (typeof tested === 'string') verdicts.push(say('not applicable', mutation, 0, tested))
      else if (!clean.passed)
        verdicts.push(say('not applicable', mutation, tested.seconds, 'see above'))
      else {
        const note = all ? tested.failed.join(' ') : tested.first
        const verdict = tested.passed ? 'survived' : 'killed'
        verdicts.push(say(verdict, mutation, tested.seconds, note))
      }
    }
  }
  return verdicts
}

const words = process.argv.slice(2)
const wanted = chosen(words.filter((word) => word !== allTests))
const copy = copyOf(fileURLToPath(new URL('../..', import.meta.url)))
process.on('exit', copy.remove)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const begun = performance.now()
const verdicts = await judge(copy.root, wanted, words.includes(allTests))
const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length
const seconds = Math.round((performance.now() - begun) / 1000)
console.log(
  `${count('killed')} killed, ${count('survived')} survived, ${count('not applicable')} not applicable, in ${seconds} s`,
)
process.exitCode = count('killed') === verdicts.length ? 0 : 1
