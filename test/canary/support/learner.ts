import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { RunState } from '../../../scenarios/model/run.ts'

/** Somebody who uses the API for runs, and keeps every text that came back. */
export const createLearner = (url: string, hear: (where: string, text: string) => void) => {
  const ask = async (path: string, body?: unknown): Promise<string> => {
    const posted = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(new URL(path, url), body === undefined ? {} : posted)
    const text = await response.text()
    hear(`${path}: ${response.status}`, `${[...response.headers].join('\n')}\n${text}`)
    return text
  }

  /** Follows a run live until it ends. */
  const follow = async (id: string): Promise<void> => {
    const response = await fetch(new URL(`/api/runs/${id}/live`, url))
    hear(`/api/runs/${id}/live`, await response.text())
  }

  const begin = async (workflow: string) => {
    const { id, state } = JSON.parse(await ask('/api/runs', { workflow })) as {
      readonly id: string
      readonly state: RunState
    }
    const live = follow(id)
    let present = state
    const act = async (event: LabEvent): Promise<void> => {
      const at = present.trace.messages.length
      const answer = JSON.parse(await ask(`/api/runs/${id}/events`, { event, at })) as {
        readonly state?: RunState
      }
      present = answer.state ?? present
    }
    return {
      act,
      /** Plays the lesson to its end. */
      playOn: async (): Promise<void> => {
        for (;;) {
          const next = present.decisionPoints.at(-1)?.next ?? null
          if (next === null) return
          const before = present.trace.messages.length
          await act(next)
          if (present.trace.messages.length === before) return
        }
      },
      messages: () => present.trace.messages.length,
      /** Reads the run in every way there is, and ends it. */
      leave: async (): Promise<void> => {
        await ask(`/api/runs/${id}`)
        await ask(`/api/runs/${id}/trace`)
        await ask(`/api/runs/${id}/seek`, { to: 1 })
        await fetch(new URL(`/api/runs/${id}`, url), { method: 'DELETE' })
        await live
      },
      malformed: (body: unknown) => ask(`/api/runs/${id}/events`, body),
    }
  }

  return { ask, begin }
}
