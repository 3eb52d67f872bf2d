import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { summary } from './statistics.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A started Login Lab: its address, how long it took to say it, and a way to stop it. */
export interface Started {
  readonly url: string
  readonly milliseconds: number
  stop(): Promise<void>
}

/** Runs `npm start` on any free port and waits for the line with the address. */
export const started = (): Promise<Started> =>
  new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, PORT: '0' },
      detached: true,
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /http:\/\/\S+/.exec(printed)?.[0]
      if (url === undefined) return
      resolve({
        url,
        milliseconds: performance.now() - begin,
        stop: () =>
          new Promise((done) => {
            child.once('exit', () => done())
            if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
          }),
      })
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printed}`)))
  })

export const warmStart = async () => {
  await (await started()).stop()
  const durations: number[] = []
  for (let i = 0; i < 5; i++) {
    const lab = await started()
    durations.push(lab.milliseconds)
    await lab.stop()
  }
  return { 'npm start': summary(durations) }
}
