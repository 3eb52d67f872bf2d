import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { playedAnew } from '../support/play.ts'

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return Math.round((performance.now() - begun) / 100) / 10
}

/** Runs all experiments of the matrix, as `npm run matrix -- --check` does. */
const matrix = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const command = fileURLToPath(new URL('../../server/node/matrix.ts', import.meta.url))
    const child = spawn(process.execPath, [command, '--check'], { stdio: 'ignore' })
    child.on('error', reject)
    // A matrix that is out of date takes as long as one that is not.
    child.on('exit', () => resolve())
  })

/** The two that go through everything: the tour of each workflow, and each cell of the matrix. */
export const wholes = async () => ({
  [`tours of all ${workflows.length} workflows`]: {
    seconds: await seconds(async () => {
      for (const { slug } of workflows) await playedAnew({ workflow: slug })
    }),
    'at most': 60,
  },
  'the whole matrix': { seconds: await seconds(matrix), 'at most': 300 },
})
