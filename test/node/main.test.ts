import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunState } from '../../scenarios/model/run.ts'

const here = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'login-lab-'))
const children: ChildProcess[] = []

/** The program with a page of one line, so that its build costs nothing. */
beforeAll(() => {
  for (const room of ['server', 'scenarios', 'package.json', 'package-lock.json'])
    cpSync(join(here, room), join(copy, room), { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, 'web'))
  writeFileSync(join(copy, 'web/index.html'), '<!doctype html><title>Login Lab</title>')
  writeFileSync(join(copy, 'vite.config.ts'), 'export default {}')
})

afterAll(() => rmSync(copy, { recursive: true }))

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

interface Program {
  readonly child: ChildProcess
  readonly said: { out: string; err: string }
  /** Resolves to the exit status, or to the signal that ended it. */
  readonly ended: Promise<number | string | null>
}

const watch = (child: ChildProcess): Program => {
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk) => (said.out += String(chunk)))
  child.stderr?.on('data', (chunk) => (said.err += String(chunk)))
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) =>
    code === null ? (signal ?? null) : (code ?? null),
  )
  return { child, said, ended }
}

const start = (env: Record<string, string> = {}): Program =>
  watch(
    spawn(process.execPath, [join(copy, 'server/node/main.ts')], {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )

/** Waits for the line that names the address. */
const ready = async ({ child, said, ended }: Program): Promise<string> => {
  await Promise.race([ended, once(child.stdout ?? child, 'data')])
  const url = /^Login Lab is ready: (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(said.out)?.[1]
  if (url === undefined) throw new Error(`not ready: ${said.out}${said.err}`)
  return url
}

describe('npm start', { timeout: 120_000 }, () => {
  it('builds the pages, serves them, and ends with one line that says where', async () => {
    const program = start()
    const response = await fetch(await ready(program))
    expect(await response.text()).toContain('<title>Login Lab</title>')
    expect(program.said.err).toContain('Building the pages')
  })

  it('says nothing else when there is nothing to build', async () => {
    await ready(start())
    const again = start({ LOGIN_LAB_STORE: 'memory' })
    await ready(again)
    expect(again.said.err).toBe('')
  })

  it('keeps runs in memory when another server of the clone has the file, and says so', async () => {
    await ready(start())
    const second = start()
    await ready(second)
    expect(second.said.err).toMatch(/^Runs cannot be kept in .*another server uses it.*\n$/)
  })

  it('runs a workflow', async () => {
    const url = await ready(start())
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      return (await fetch(new URL(path, url), init)).json() as Promise<{
        id: string
        state: RunState
      }>
    }
    const { id, state } = await post('/api/runs', {
      workflow: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
    })
    const event = state.decisionPoints[0]?.next
    const after = await post(`/api/runs/${id}/events`, { event })
    expect(after.state.trace.messages.length).toBeGreaterThan(0)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('stops cleanly on %s', async (signal) => {
    const program = start()
    const url = await ready(program)
    await fetch(url)
    program.child.kill(signal)
    expect(await program.ended).toBe(0)
    expect(program.said.err).not.toContain('Error')
  })

  it.skipIf(process.platform === 'win32')(
    'stops when npm was stopped, however deaf the shell',
    async () => {
      const server = join(copy, 'server/node/main.ts')
      const child = spawn('/bin/sh', ['-c', `${process.execPath} ${server}; true`], {
        env: { PORT: '0', npm_lifecycle_event: 'start' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const program = watch(child)
      const url = await ready(program)
      child.kill('SIGTERM')
      await program.ended
      await expect
        .poll(() =>
          fetch(url).then(
            () => 'answers',
            () => 'gone',
          ),
        )
        .toBe('gone')
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'stops when npm was killed, and the shell between goes on waiting',
    async () => {
      const line = `${process.execPath} ${join(copy, 'server/node/main.ts')}; true`
      const npm = `require('node:child_process').spawnSync('/bin/sh', ['-c', ${JSON.stringify(line)}], { stdio: 'inherit' })`
      const child = spawn(process.execPath, ['--eval', npm], {
        env: { PORT: '0', npm_lifecycle_event: 'start' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const url = await ready(watch(child))
      child.kill('SIGKILL')
      await expect
        .poll(() =>
          fetch(url).then(
            () => 'answers',
            () => 'gone',
          ),
        )
        .toBe('gone')
    },
  )

  it('does not start where it cannot write what it has to build, and says what is in the way', async () => {
    const page = join(copy, 'web/index.html')
    const good = readFileSync(page, 'utf8')
    rmSync(join(copy, '.cache'), { recursive: true, force: true })
    writeFileSync(join(copy, '.cache'), 'a file')
    writeFileSync(page, `${good}<p>changed</p>`)
    const program = start()
    expect(await program.ended).toBe(1)
    expect(program.said.err).toContain('something else lies where a folder has to be')
    expect(program.said.err).not.toContain('    at ')
    writeFileSync(page, good)
    rmSync(join(copy, '.cache'))
  })

  it('does not start on a port that is taken, and says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const program = start({ PORT: String(port) })
    expect(await program.ended).toBe(1)
    expect(program.said.err).toContain(`Port ${port} is taken`)
    expect(program.said.out).toBe('')
    other.close()
  })

  it('does not start when the pages do not build, and says where', async () => {
    const page = join(copy, 'web/index.html')
    const good = readFileSync(page, 'utf8')
    writeFileSync(join(copy, 'web/broken.ts'), 'this is not TypeScript')
    writeFileSync(page, `${good}<script type="module" src="./broken.ts"></script>`)
    const program = start()
    expect(await program.ended).toBe(1)
    expect(program.said.err).toMatch(/The pages could not be built[^]*broken\.ts/)
    expect(program.said.out).toBe('')
    writeFileSync(page, good)
    rmSync(join(copy, 'web/broken.ts'))
  })

  it('does not start with a setting that is wrong, and says which', async () => {
    const program = start({ PORT: 'eighty', FUSIONAUTH_API_KEY: 'a-secret-key' })
    expect(await program.ended).toBe(2)
    expect(program.said.err).toMatch(/PORT must be.*\n.*FUSIONAUTH_URL is not/)
    expect(program.said.err).not.toContain('a-secret-key')
  })

  it('starts although the real FusionAuth does not answer, and says so in one line', async () => {
    const env = { FUSIONAUTH_URL: 'http://127.0.0.1:9', FUSIONAUTH_API_KEY: 'a-secret-key' }
    const program = start(env)
    const url = await ready(program)
    expect(program.said.err.trim().split('\n')).toHaveLength(1)
    expect(program.said.err).toContain('http://127.0.0.1:9')
    const response = await fetch(new URL('/api/runs', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        workflow: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
      }),
    })
    expect(response.status).toBe(503)
    const answer = await response.text()
    expect(answer).toContain('http://127.0.0.1:9')
    expect(program.said.err + answer).not.toContain('a-secret-key')
  })
})
