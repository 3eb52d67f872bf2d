import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type MatrixFile, packMatrix, unpackMatrix } from '../../scenarios/matrix/file.ts'
import type { Matrix } from '../../scenarios/matrix/format.ts'
import { rowOf, type SpokenRow } from '../matrix/experiment.ts'
import { differences, matrixOf, tasks } from '../matrix/matrix.ts'
import { complain, readArguments } from './command-line.ts'

const usage = `Usage: npm run matrix -- [--check]

Plays every attack at every workflow against every defence that has to do with it, and writes what
came of it to scenarios/matrix/matrix.json. --check writes nothing, and says which cells of that file
no longer hold.
Exit status: 0; 1 when a cell no longer holds.`

const config = { options: { check: { type: 'boolean' } } } as const

const file = new URL('../../scenarios/matrix/matrix.json', import.meta.url)

/** More workers than this only wait for each other. */
const maximumWorkers = 8

/** What a worker is given: which of the rows are its own. */
interface Share {
  readonly index: number
  readonly of: number
}

const work = async ({ index, of }: Share): Promise<void> => {
  for (const [place, { key, workflow, attack }] of tasks().entries())
    if (place % of === index)
      parentPort?.postMessage([key, await rowOf(workflow, attack)] satisfies [string, SpokenRow])
}

const runShare = (share: Share, take: (row: [string, SpokenRow]) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share })
    worker.on('message', take)
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })

const build = async (): Promise<Matrix> => {
  const rows = new Map<string, SpokenRow>()
  const of = Math.min(maximumWorkers, availableParallelism())
  await Promise.all(
    Array.from({ length: of }, (_, index) =>
      runShare({ index, of }, ([key, row]) => void rows.set(key, row)),
    ),
  )
  return matrixOf(rows)
}

const cellsOf = (matrix: Matrix): number =>
  Object.values(matrix.rows).reduce((sum, { cells }) => sum + Object.keys(cells).length, 0)

const main = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run matrix --', usage })
  if (typeof found === 'number') return found
  const begun = performance.now()
  const fresh = await build()
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
  const size = `${Object.keys(fresh.rows).length} attacks on workflows, ${cellsOf(fresh)} experiments with a defence, ${seconds} s`
  if (found.values.check !== true) {
    writeFileSync(file, `${JSON.stringify(packMatrix(fresh))}\n`)
    process.stdout.write(`The matrix is written: ${size}.\n`)
    return 0
  }
  const published = unpackMatrix(JSON.parse(readFileSync(file, 'utf8')) as MatrixFile)
  const cells = differences(published, fresh)
  if (cells.length === 0) {
    process.stdout.write(`The published matrix holds: ${size}.\n`)
    return 0
  }
  const problem = 'The published matrix does not hold; run `npm run matrix`.'
  return complain([problem, ...cells].join('\n'), 1)
}

if (isMainThread) process.exitCode = await main()
else await work(workerData as Share)
