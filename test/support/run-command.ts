import { execFile, type ExecFileOptions } from 'node:child_process'

/** What came of a command. */
export interface Ended {
  readonly status: number
  /** Both of its outputs. */
  readonly said: string
}

// As at a shell: what the tests' own runner set is none of the command's business.
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:NODE_ENV|VITEST.*|VITE_.*|npm_.*)$/.test(name),
    ),
  )

/** Runs a command to its end, whatever that is. */
export const run = (
  file: string,
  words: readonly string[],
  { env, ...options }: ExecFileOptions = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const shell = process.platform === 'win32'
    // One that hangs is ended, so that it does not outlive the test.
    const usual = { env: { ...environment(), ...env }, shell, timeout: 100_000 }
    execFile(file, [...words], { ...usual, ...options }, (error, out, problem) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({ status, said: `${String(out)}${String(problem)}` })
    })
  })
