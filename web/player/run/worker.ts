import { extentOf, incrementSince, openingOf } from '../../../scenarios/engine/increment.ts'
import { hostsOfRuns } from '../../../scenarios/catalogue/addresses.ts'
import type { CommandResult, Run } from '../../../scenarios/model/run.ts'
import { openRun } from '../../../server/run.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { FromWorker, LessonFile, ToWorker } from './protocol.ts'
import { fullFrom } from '../../../scenarios/model/most-messages.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import { reasonOf } from '../../../scenarios/model/text-error.ts'

/** The Worker of `local.ts`: one run, engine and world included. */
const tell = (message: FromWorker): void => self.postMessage(message)

const reason = (error: unknown) => reasonOf(error, textOf('problem.not-started-in-page'))

/**
 * A run in a page costs nobody else anything: it has room for as much as a page can show, and for as many
 * branches as a run on a server may have had before it goes on here.
 */
const room = { maximumMessages: fullFrom, maximumBranches: 1_000 }

const open = async (options: RunRequest, file: LessonFile | null): Promise<Run> => {
  const own = file === null ? null : await (await import('./own-run.ts')).readOwnRun(file, options)
  const run = await (own === null
    ? openRun(options, { ...room, hosts: hostsOfRuns })
    : openRun(own.request, { ...room, own: own.world }))
  tell({
    say: 'opened',
    opening: openingOf(run.state, run.rehearsal ?? run.state.plan),
    forks: run.fork !== undefined,
    switches: run.switchTo !== undefined,
    own: own?.lesson ?? null,
  })
  // What was told of each branch: nothing is told twice, and nothing gets lost on the way.
  const told = new Map([[run.state.branch, extentOf(run.state)]])
  let last = run.state.branch
  run.subscribe((state) => {
    const have = told.get(state.branch) ?? told.get(last) ?? null
    tell({ say: 'increment', increment: incrementSince(state, have) })
    told.set(state.branch, extentOf(state))
    last = state.branch
  })
  return run
}

const missing: CommandResult = { ok: false, problem: textOf('problem.unable') }

const serve = (): void => {
  let opening: Promise<Run> | null = null

  const answer = async (
    call: number,
    command: (run: Run) => Promise<CommandResult>,
  ): Promise<void> => {
    const run = await opening
    if (run === null) return
    const result = await command(run).catch((error: unknown) => ({
      ok: false as const,
      problem: reason(error),
    }))
    tell({ say: 'done', call, result })
  }

  self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    switch (data.say) {
      case 'open':
        opening = open(data.options, data.own)
        opening.catch((error: unknown) => tell({ say: 'refused', problem: reason(error) }))
        break
      case 'send':
        void answer(data.call, (run) => {
          const { event, at } = data
          return run.send(event, { at })
        })
        break
      case 'fork':
        void answer(data.call, async (run) => (await run.fork?.(data.at)) ?? missing)
        break
      case 'switch':
        void answer(data.call, async (run) => (await run.switchTo?.(data.branch)) ?? missing)
        break
    }
  })
}

serve()
tell({ say: 'ready' })
