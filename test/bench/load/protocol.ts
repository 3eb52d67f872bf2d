import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createReplica, writeExtent, type Increment } from '../../../scenarios/engine/increment.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { slugs } from '../../support/play.ts'
import type { Answer, Page } from './page.ts'

/** The checkout that is measured, and the one before it. */
export type Side = 'now' | 'before'

/** An answer that is none of those that a page can go on from. */
export class Refused extends Error {
  readonly status: number

  constructor(what: string, status: number) {
    super(`${what} was answered with ${status}.`)
    this.name = 'Refused'
    this.status = status
  }
}

/** A run that a page has open. */
export interface PageRun {
  readonly path: string
  /** What the server told when it opened the run. */
  readonly opened: Answer
  /** @throws Refused when the server does not do it */
  act(body: string, signal?: AbortSignal): Promise<Answer>
  /** What the page tells while it shows the messages from one place to another. */
  show(from: number, to: number, milliseconds: number): Promise<void>
  /** What a page sends when it ends its run. */
  end(): Promise<void>
  /** What a page sends when it is closed or loaded anew. */
  hide(): Promise<void>
}

/** What a page knows of its run, for the next request. */
interface Knowledge {
  readonly messages: number
  /** The next event of the lesson; null at its end. */
  readonly next: object | null
  /** The body that asks for an event at the end. */
  bodyOf(event: object): string
  absorb(answer: unknown): void
}

export interface Protocol {
  /** @throws Refused when the server opens none */
  open(page: Page): Promise<PageRun>
  know(opened: unknown): Knowledge
  /** How many messages the run has after an answer. */
  messagesIn(answer: unknown): number
}

const request = JSON.stringify({ workflow: slugs.code, lesson: 'tour' })

const checked = async (what: string, asked: Promise<Answer>): Promise<Answer> => {
  const answer = await asked
  if (answer.status >= 300) throw new Refused(what, answer.status)
  return answer
}

/** The pages of now: web/player/run/remote.ts. */
const now: Protocol = {
  open: async (page) => {
    const path = `/api/runs/${randomBytes(18).toString('base64url')}`
    const opened = await checked('PUT', page.ask('PUT', path, { body: request }))
    let { etag } = opened
    const end = async (): Promise<void> => {
      await checked('DELETE', page.ask('DELETE', path))
    }
    return {
      path,
      opened,
      act: async (body, signal) => {
        const headers: Record<string, string> = etag === null ? {} : { 'if-match': etag }
        const options = { body, headers, ...(signal !== undefined && { signal }) }
        const answer = await checked('POST', page.ask('POST', `${path}/events`, options))
        etag = answer.etag
        return answer
      },
      show: (_from, _to, milliseconds) => sleep(milliseconds),
      end,
      hide: end,
    }
  },
  know: (opened) => {
    const replica = createReplica(opened as { state: RunState })
    return {
      get messages() {
        return replica.state.trace.messages.length
      },
      get next() {
        return replica.state.decisionPoints.at(-1)?.next ?? null
      },
      bodyOf: (event) =>
        JSON.stringify({
          event,
          at: replica.state.trace.messages.length,
          have: writeExtent(replica.extentOf()),
        }),
      absorb: (answer) => {
        const { increment } = answer as { increment: Increment }
        if (!replica.apply(increment)) throw new Error('An increment goes on from something else.')
      },
    }
  },
  messagesIn: (answer) => {
    const { increment, state } = answer as { increment?: Increment; state?: RunState }
    if (increment === undefined) return state?.trace.messages.length ?? 0
    return (increment.base?.messages ?? 0) + increment.messages.length
  },
}

/** What a checkout of before told; it said rests for decision points. */
interface OldState {
  readonly rests: readonly { readonly next: object | null }[]
  readonly trace: { readonly messages: readonly unknown[] }
}

const oldStateIn = (answer: unknown): OldState => (answer as { state: OldState }).state

/** Milliseconds between two words to the server about where a page of before looked. */
const seekEvery = 250

/** The pages of commit 54c31d2: web/run/remote.ts and web/run/mirror.ts there. */
const before: Protocol = {
  open: async (page) => {
    const opened = await checked('POST', page.ask('POST', '/api/runs', { body: request }))
    const { id } = opened.json() as { id: string }
    const path = `/api/runs/${id}`
    const unfollow = page.follow(`${path}/live`)
    return {
      path,
      opened,
      act: (body, signal) => {
        const options = { body, ...(signal !== undefined && { signal }) }
        return checked('POST', page.ask('POST', `${path}/events`, options))
      },
      // It told where it looked a quarter of a second after it had moved, unless it acted before.
      show: async (from, to, milliseconds) => {
        const told: Promise<void>[] = []
        const failures: unknown[] = []
        let rest = milliseconds
        for (; rest > seekEvery; rest -= seekEvery) {
          await sleep(seekEvery)
          const place = Math.round(to - ((to - from) * rest) / milliseconds)
          const body = JSON.stringify({ to: place })
          const answered = checked('POST', page.ask('POST', `${path}/seek`, { body }))
          told.push(
            answered.then(
              () => undefined,
              (error: unknown) => void failures.push(error),
            ),
          )
        }
        await sleep(rest)
        await Promise.all(told)
        if (failures.length > 0) throw failures[0]
      },
      end: async () => {
        unfollow()
        await checked('DELETE', page.ask('DELETE', path))
      },
      hide: async () => unfollow(),
    }
  },
  know: (opened) => {
    let state = oldStateIn(opened)
    return {
      get messages() {
        return state.trace.messages.length
      },
      get next() {
        return state.rests.at(-1)?.next ?? null
      },
      bodyOf: (event) => JSON.stringify({ event, at: state.trace.messages.length }),
      absorb: (answer) => {
        state = oldStateIn(answer)
      },
    }
  },
  messagesIn: (answer) => oldStateIn(answer).trace.messages.length,
}

export const protocols: Readonly<Record<Side, Protocol>> = { now, before }
