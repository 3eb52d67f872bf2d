import { parseArgs } from 'node:util'
import { checkoutBefore, here } from './checkout.ts'
import { machine } from './machine.ts'
import { memoryOf } from './memory.ts'
import type { Side } from './protocol.ts'
import { loadSide } from './side-by-side.ts'
import { soak } from './soak.ts'

const usage = `npm run bench:load -- [memory | soak [MINUTES]] [options]

  (nothing)        learners who play tours, at the server of now and at that of before
  memory           runs at rest, pages that are loaded again and again, and many tours
  soak MINUTES     a steady load on the server of now, and whether its heap grows; 30 minutes

  --learners N     200; 30 who reload; 20 of a soak
  --seconds N      in which tours begin: 120
  --interval N     seconds from one tour of a learner to the next: 10
  --pause N        milliseconds between the events of a tour: 0
  --runs N         runs at rest: 2000
  --rest N         seconds of quiet before the memory is looked at: 10
  --only SIDE      now, or before
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    learners: { type: 'string' },
    seconds: { type: 'string', default: '120' },
    interval: { type: 'string', default: '10' },
    pause: { type: 'string', default: '0' },
    runs: { type: 'string', default: '2000' },
    rest: { type: 'string', default: '10' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

/** Measures both sides, or the one that was asked for, one after the other; before comes first. */
const bothSides = async (
  measure: (side: Side, directory: string) => Promise<Record<string, string | number>>,
): Promise<void> => {
  const tables: Partial<Record<Side, Record<string, string | number>>> = {}
  if (values.only !== 'now') {
    const checkout = checkoutBefore()
    try {
      tables.before = await measure('before', checkout.directory)
    } finally {
      checkout.remove()
    }
  }
  if (values.only !== 'before') tables.now = await measure('now', here)
  const rows = Object.keys(tables.now ?? tables.before ?? {})
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row,
        Object.fromEntries(Object.entries(tables).map(([side, table]) => [side, table[row]])),
      ]),
    ),
  )
}

/** `npm run bench:load`: figures for the notes, never for a test. */
const main = async (): Promise<void> => {
  const [what = 'load', minutes = '30'] = positionals
  const learners = (usual: number): number => Number(values.learners ?? usual)
  const { rest, runs } = values
  const numbers = [values.seconds, values.interval, values.pause].map(Number)
  const [seconds = 0, interval = 0, pause = 0] = numbers
  const isClear = [...numbers, learners(1), rest, runs, minutes].every(
    (number) => Number(number) >= 0,
  )
  if (values.help || !isClear || !['load', 'memory', 'soak'].includes(what)) {
    console.log(usage)
    return
  }
  console.log(machine())
  if (what === 'memory')
    return bothSides((side, directory) =>
      memoryOf(side, directory, { runs: Number(runs), rest: Number(rest), learners: learners(30) }),
    )
  if (what === 'soak')
    return soak(here, { minutes: Number(minutes), learners: learners(20), interval, pause })
  return bothSides((side, directory) =>
    loadSide(side, directory, { learners: learners(200), seconds, interval, pause }),
  )
}

// A checkout that was made for the while goes with the program.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
await main()
