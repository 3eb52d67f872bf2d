import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** How a command ended. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly error: string
}

/** Runs a program of server/node/ as its users do. */
export const command = (
  name: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const program = fileURLToPath(new URL(`../../server/node/${name}.ts`, import.meta.url))
    const clean = { ...process.env, FUSIONAUTH_URL: '', FUSIONAUTH_API_KEY: '', ...env }
    const child = spawn(process.execPath, [program, ...words], { env: clean })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()))
    child.on('close', (status) => resolve({ status, out, error }))
  })
