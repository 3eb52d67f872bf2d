import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A checkout of before to measure against, its packages installed and its pages built; null when
 * `BESIDE` names none.
 */
export const beside: string | null = process.env['BESIDE'] ?? null

/** A server that was started for itself. */
export interface Server {
  readonly url: string
  readonly process: ChildProcess
  /** Processor time so far, milliseconds; from /proc, in hundredths of a second. */
  spent(): number
  stop(): void
}

interface StartOptions {
  /** What Node itself is told. */
  readonly nodeOptions?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** What `npm start` of a checkout tells Node. */
const startOptions = (directory: string): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string }
  }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

/**
 * Starts the server of a checkout whose packages are installed, on any free port.
 *
 * @throws Error when it ends before it is ready, with what it said
 */
export const startIn = async (
  directory: string,
  { nodeOptions = [], env = {} }: StartOptions = {},
): Promise<Server> => {
  const options = [...startOptions(directory), ...nodeOptions]
  const child: ChildProcess = spawn(process.execPath, [...options, 'server/node/main.ts'], {
    cwd: directory,
    env: { ...process.env, PORT: '0', LOGIN_LAB_RUNS: '1000', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let told = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The server in ${directory} ended: ${told}`)))
  })
  return {
    url,
    process: child,
    spent: () => {
      const fields =
        readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    stop: () => child.kill(),
  }
}
