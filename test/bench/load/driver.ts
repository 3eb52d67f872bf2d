import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Job, JobResults } from './jobs.ts'
import type { Side } from './protocol.ts'

/** A process that asks a server for runs. */
export interface Driver {
  /** @throws Error with what went wrong in the other process */
  run<Name extends Job['do']>(job: Extract<Job, { do: Name }>): Promise<JobResults[Name]>
  stop(): void
}

interface Reply {
  readonly result?: unknown
  readonly problem?: string
}

export const startDriver = (side: Side, url: string): Driver => {
  const program = fileURLToPath(new URL('drive.ts', import.meta.url))
  const child: ChildProcess = fork(program, [side, url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  return {
    run: async <Name extends Job['do']>(job: Extract<Job, { do: Name }>) => {
      const heard = once(child, 'message') as Promise<[Reply]>
      child.send(job)
      const [{ result, problem }] = await Promise.race([
        heard,
        ended.then(() => {
          throw new Error('The process that drives the learners has ended.')
        }),
      ])
      if (problem !== undefined) throw new Error(problem)
      return result as JobResults[Name]
    },
    stop: () => child.kill(),
  }
}
