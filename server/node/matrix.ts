import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Matrix } from '../../scenarios/matrix/format.ts'
import { rowOf, type SpokenRow } from '../matrix/experiment.ts'
import { differences, matrixOf, tasks } from '../matrix/matrix.ts'

/**
 * `npm run matrix` runs every experiment of the matrix and writes it down; `npm run matrix -- --check`
 * runs them and says in which cells the published matrix is out of date.
 */

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

const main = async (): Promise<void> => {
  const checks = process.argv.includes('--check')
  const begun = performance.now()
  const fresh = await build()
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
  const size = `${Object.keys(fresh.rows).length} attacks on workflows, ${cellsOf(fresh)} experiments with a defence, ${seconds} s`
  if (!checks) {
    writeFileSync(file, `${JSON.stringify(fresh)}\n`)
    process.stdout.write(`The matrix is written: ${size}.\n`)
    return
  }
  const published = JSON.parse(readFileSync(file, 'utf8')) as Matrix
  const found = differences(published, fresh)
  if (found.length === 0) {
    process.stdout.write(`The published matrix holds: ${size}.\n`)
    return
  }
  process.stderr.write(
    `The published matrix does not hold; run \`npm run matrix\`.\n${found.join('\n')}\n`,
  )
  process.exitCode = 1
}

if (isMainThread) await main()
else await work(workerData as Share)
