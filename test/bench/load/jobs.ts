import { setTimeout as sleep } from 'node:timers/promises'
import { load, type LoadFigures, type LoadOptions } from './learners.ts'
import { createWire, openPage, type Page } from './page.ts'
import { type PageRun, type Protocol, protocols, Refused, type Side } from './protocol.ts'
import { each, play, record, type Script } from './tour.ts'

/** What a driver is asked to do, one thing after another. */
export type Job =
  /** Whole tours, each of which ends its run. */
  | { readonly do: 'tours'; readonly count: number }
  | ({ readonly do: 'load' } & LoadOptions)
  /** Whole tours whose pages stay open and do nothing more. */
  | { readonly do: 'fill'; readonly count: number }
  /** Learners who load their page again and again. */
  | { readonly do: 'reload'; readonly learners: number; readonly times: number }
  /** Asks for the runs that are known since the last time, one after the other, and forgets them. */
  | { readonly do: 'look' }

/** What came of it. */
export interface JobResults {
  readonly tours: { readonly messages: number; readonly events: number }
  readonly load: LoadFigures
  readonly fill: { readonly opened: number; readonly refused: number }
  readonly reload: { readonly opened: number; readonly refused: number }
  readonly look: { readonly asked: number; readonly there: number; readonly milliseconds: number }
}

/** Runs that are opened at once where the rate does not matter. */
const atOnce = 4

/** Works for one server; it keeps the pages that it left open. */
export const createJobs = async (side: Side, url: string) => {
  const protocol: Protocol = protocols[side]
  const wire = createWire()
  const looker = openPage(url, wire, 0)
  const script: Script = await record(protocol, looker)
  let kept: { readonly page: Page | null; readonly path: string }[] = []

  const counting = async (opening: Promise<void>, count: { opened: number; refused: number }) => {
    try {
      await opening
      count.opened += 1
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      count.refused += 1
    }
  }
  /** A page that goes: every other time while it waits for an answer, which it then gives up. */
  const leave = async (run: PageRun, body: string | undefined): Promise<void> => {
    if (body === undefined) return run.hide()
    const leaving = new AbortController()
    const given = run.act(body, leaving.signal).catch(() => undefined)
    await sleep(2)
    const hidden = run.hide()
    leaving.abort()
    await Promise.all([hidden, given])
  }
  const doing: {
    readonly [Name in Job['do']]: (job: Extract<Job, { do: Name }>) => Promise<JobResults[Name]>
  } = {
    tours: async ({ count }) => {
      const pages = Array.from({ length: atOnce }, (_, number) => openPage(url, wire, number))
      await each(count, atOnce, async (number) => {
        const page = pages[number % atOnce] ?? looker
        await (await play(protocol, page, script)).end()
      })
      for (const page of pages) page.close()
      return { messages: script.steps.at(-1)?.messages ?? 0, events: script.steps.length }
    },
    load: (options) => load(protocol, script, url, options),
    fill: async ({ count }) => {
      const result = { opened: 0, refused: 0 }
      await each(count, atOnce, (number) =>
        counting(
          (async () => {
            const page = openPage(url, wire, number)
            const { path } = await play(protocol, page, script)
            kept.push({ page, path })
          })(),
          result,
        ),
      )
      return result
    },
    reload: async ({ learners, times }) => {
      const result = { opened: 0, refused: 0 }
      await each(learners, learners, async (learner) => {
        const page = openPage(url, wire, learner)
        for (let time = 0; time < times; time += 1)
          await counting(
            (async () => {
              const events = (learner + time) % 4
              const run = await play(protocol, page, script, { events })
              kept.push({ page: null, path: run.path })
              await leave(run, time % 2 === 0 ? undefined : script.steps[events]?.body)
            })(),
            result,
          )
        page.close()
      })
      return result
    },
    look: async () => {
      let there = 0
      const begun = performance.now()
      for (const { path } of kept) there += (await looker.ask('GET', path)).status === 200 ? 1 : 0
      const milliseconds = (performance.now() - begun) / Math.max(1, kept.length)
      const asked = kept.length
      for (const { page } of kept) page?.close()
      kept = []
      return { asked, there, milliseconds }
    },
  }
  return <Name extends Job['do']>(job: Extract<Job, { do: Name }>): Promise<JobResults[Name]> =>
    doing[job.do](job)
}
