import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programOf } from '../../support/debian.ts'
import { freePort } from '../../support/redis.ts'

const program = programOf('nginx')

/** True where tests with nginx can run. */
export const hasNginx = program !== null

const here = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../server/scale/${name}`, import.meta.url)), 'utf8')

/** What is served to operators, at another port and writing into a folder of the test's. */
const configurationIn = (folder: string, port: number): string =>
  here('nginx.conf')
    .replaceAll('/tmp/', `${folder}/`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('access_log /dev/stdout without_addresses;', 'access_log off;')

/** The nodes of operators, at other ports. */
const nodesAt = (ports: readonly number[]): string => {
  const [line = ''] = here('nodes.conf')
    .split('\n')
    .filter((text) => text.startsWith('server '))
  return ports.map((port) => line.replace(/\S+:\d+/, `127.0.0.1:${port}`)).join('\n')
}

/** Debian's nginx in a folder of its own, before these nodes. */
export const startNginx = async (nodes: readonly number[]) => {
  if (program === null) throw new Error('There is no nginx here.')
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-nginx-'))
  writeFileSync(join(folder, 'nginx.conf'), configurationIn(folder, port))
  writeFileSync(join(folder, 'nodes.conf'), nodesAt(nodes))
  const child = spawn(
    program,
    ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await fetch(`http://127.0.0.1:${port}/api`).catch(() => null)
    if (there !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    port,
    stop: async () => {
      await new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
