import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Served, serve } from '../../pages/support/lab.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** A folder on a host that only knows files. */
export const serveFolder = (folder: string): Promise<Served> =>
  serve((path) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file) || !statSync(file).isFile()) return null
    const type = types[extname(file)] ?? 'application/octet-stream'
    return { type, body: readFileSync(file) }
  })

/** Vite's own server, as while developing, at a free port. */
export const serveByVite = (folder: string, below: string): Promise<Served> =>
  new Promise((resolve, reject) => {
    const program = join(folder, 'node_modules/vite/bin/vite.js')
    const words = [program, '--host', '127.0.0.1', '--port', '0', '--strictPort']
    const child = spawn(process.execPath, words, {
      cwd: join(folder, below),
      env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<void>((done) => {
      child.once('close', () => done())
    })
    const said = { text: '' }
    const hear = (chunk: Buffer): void => {
      said.text += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.text)?.[0]
      if (url === undefined) return
      resolve({
        url,
        stop: async () => {
          child.kill()
          await ended
        },
      })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`Vite's server ended: ${said.text}`)))
  })
