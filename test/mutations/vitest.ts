import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What came of a run of tests. */
export interface Tested {
  /** All tests ran and passed. */
  readonly passed: boolean
  /** Files with a failure, from the root of the copy. */
  readonly failed: readonly string[]
  /** The first failure in a line; '' when there is none. */
  readonly first: string
  readonly seconds: number
}

/** As much of vitest's JSON report as is read. */
interface Report {
  readonly success: boolean
  readonly numTotalTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** Longer than any set of tests takes; a mistake may make one go round in circles. */
const patience = 300_000

/** The vitest project of a test file, as vite.config.ts has it. */
const projectOf = (file: string): string => {
  if (file.endsWith('.browser.test.ts')) return 'browser'
  return file.startsWith('test/pages/') ? 'pages' : 'node'
}

const read = (file: string): Report | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}

/** Runs a program of Node to its end; false when it had to be stopped. */
const run = (root: string, words: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    // A group of its own, so that a browser goes with it.
    const child = spawn(process.execPath, words, { cwd: root, stdio: 'ignore', detached: true })
    const stop = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(stop, patience)
    process.once('exit', stop)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('exit', stop)
      resolve(code !== null)
    })
  })

type Result = Report['testResults'][number]

/** What went wrong in a file; null when nothing did, or when it was left out after another's failure. */
const failureOf = ({ status, message, assertionResults }: Result): string | null => {
  const title = assertionResults.find((one) => one.status === 'failed')?.fullName
  if (title !== undefined) return title
  return status === 'failed' && message !== '' ? (message.split('\n', 1)[0] ?? '') : null
}

/** Runs test files in a copy of the checkout, or all that there are, to the end or to the first failure. */
export const runTests = async (
  root: string,
  files: readonly string[],
  stops: boolean,
): Promise<Tested> => {
  const output = join(root, 'mutation-report.json')
  rmSync(output, { force: true })
  const projects = new Set(files.map(projectOf))
  const begun = performance.now()
  const ended = await run(root, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...[...projects].flatMap((project) => ['--project', project]),
    ...files,
    ...(stops ? ['--bail', '1'] : []),
    '--reporter=json',
    `--outputFile=${output}`,
  ])
  const seconds = (performance.now() - begun) / 1000
  const report = read(output)
  if (report === null)
    return {
      passed: false,
      failed: [],
      first: ended ? 'vitest did not come to a report' : 'the tests never came to an end',
      seconds,
    }
  const failures = report.testResults.flatMap((result) => {
    const failure = failureOf(result)
    return failure === null ? [] : [[result.name.slice(root.length + 1), failure] as const]
  })
  return {
    passed: report.success && report.numTotalTests > 0,
    failed: failures.map(([file]) => file),
    first: failures[0]?.join(': ') ?? '',
    seconds,
  }
}
