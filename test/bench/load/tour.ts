import type { Answer, Page } from './page.ts'
import type { PageRun, Protocol } from './protocol.ts'

/** A tour as its page asks for it; one seed gives one trace, so each tour asks for the same. */
export interface Script {
  readonly steps: readonly Step[]
  /** Messages at the beginning. */
  readonly first: number
}

interface Step {
  /** Asks for the event. */
  readonly body: string
  /** Messages after it. */
  readonly messages: number
}

/**
 * Plays a tour and reads every answer, which a driver of many learners then need not: that would
 * take processors away from the server that is measured.
 *
 * @throws Refused where the server does not go on
 */
export const record = async (protocol: Protocol, page: Page): Promise<Script> => {
  const run = await protocol.open(page)
  const known = protocol.know(run.opened.json())
  const first = known.messages
  const steps: Step[] = []
  for (let { next } = known; next !== null; { next } = known) {
    const body = known.bodyOf(next)
    known.absorb((await run.act(body)).json())
    steps.push({ body, messages: known.messages })
  }
  await run.end()
  return { steps, first }
}

/** Told what was answered, and in how many milliseconds. */
export type Heard = (kind: 'open' | 'event', milliseconds: number) => void

/**
 * Opens a run and plays the first `events` of its script.
 *
 * @param pause milliseconds that a page takes to show what came of an event before the next
 * @throws Refused where the server does not go on; Error when its last answer is not the run's
 */
export const play = async (
  protocol: Protocol,
  page: Page,
  { steps, first }: Script,
  {
    events = steps.length,
    pause = 0,
    heard = () => undefined,
  }: { readonly events?: number; readonly pause?: number; readonly heard?: Heard } = {},
): Promise<PageRun> => {
  const run = await protocol.open(page)
  heard('open', run.opened.milliseconds)
  let last: Answer | null = null
  let sofar = first
  try {
    for (const { body, messages } of steps.slice(0, events)) {
      last = await run.act(body)
      heard('event', last.milliseconds)
      if (pause > 0) await run.show(sofar, messages, pause)
      sofar = messages
    }
  } catch (error) {
    await run.hide().catch(() => undefined)
    throw error
  }
  if (last !== null && protocol.messagesIn(last.json()) !== sofar)
    throw new Error(`A run has not the ${sofar} messages that it should have.`)
  return run
}

/** Does something for each number from 0 on, some at a time. */
export const each = async (
  count: number,
  atOnce: number,
  work: (number: number) => Promise<void>,
): Promise<void> => {
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        next += 1
        await work(next - 1)
      }
    }),
  )
}
