import { fileURLToPath } from 'node:url'
import { playLesson } from '../../scenarios/engine/playing.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { createMirror } from '../../web/player/run/mirror.ts'
import { connectRemote } from '../../web/player/run/remote.ts'
import { slugs } from '../support/play.ts'
import { beside, startIn } from './beside.ts'

/** Learners who play at once, and tours that each plays one after the other. */
const learners = 50
const rounds = 6

const here = fileURLToPath(new URL('../..', import.meta.url))
const nobody = { state: () => undefined, lost: () => undefined, here: () => undefined }

/** A tour by the protocol of now: the answer to an event tells what is new. */
const byIncrements = async (): Promise<void> => {
  const { state, link } = await connectRemote({ workflow: slugs.code }, nobody)
  const { run } = createMirror(state, link)
  await playLesson(run)
  run.close()
}

/** What a checkout of before answered; it said rests for decision points. */
interface OldState {
  readonly rests: readonly { readonly next: LabEvent | null }[]
  readonly trace: { readonly messages: readonly unknown[] }
}

/** A tour by the protocol of before: each answer is the whole state, which a live stream tells as well. */
const byWholeStates = async (url: string): Promise<void> => {
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', origin: new URL(url).origin }
    const response = await fetch(path, { method: 'POST', body: JSON.stringify(body), headers })
    return (await response.json()) as { readonly id: string; readonly state: OldState }
  }
  const opened = await post('/api/runs', { workflow: slugs.code })
  const leave = new AbortController()
  const followed = fetch(`/api/runs/${opened.id}/live`, { signal: leave.signal })
    .then((response) => response.text())
    .catch(() => '')
  let { state } = opened
  for (let next: LabEvent | null | undefined = state.rests.at(-1)?.next; next != null;) {
    const at = state.trace.messages.length
    state = (await post(`/api/runs/${opened.id}/events`, { event: next, at })).state
    next = state.rests.at(-1)?.next
  }
  leave.abort()
  await followed
  await fetch(`/api/runs/${opened.id}`, { method: 'DELETE' })
}

const measure = async (directory: string, tour: (url: string) => Promise<void>) => {
  const server = await startIn(directory)
  const platform = globalThis.fetch
  let bytes = 0
  globalThis.fetch = async (path, init) => {
    const response = await platform(new URL(path as string, server.url), init)
    if (response.body === null) return response
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          bytes += chunk.byteLength
          controller.enqueue(chunk)
        },
      }),
    )
    return new Response(counted, response)
  }
  try {
    await tour(server.url)
    const before = server.spent()
    bytes = 0
    const start = performance.now()
    await Promise.all(
      Array.from({ length: learners }, async () => {
        for (let round = 0; round < rounds; round += 1) await tour(server.url)
      }),
    )
    const tours = learners * rounds
    return {
      'processor time of the server a tour, ms': Math.round((server.spent() - before) / tours),
      'kB told a tour': Math.round(bytes / tours / 1000),
      'seconds for all': Math.round((performance.now() - start) / 100) / 10,
    }
  } finally {
    globalThis.fetch = platform
    server.stop()
  }
}

/**
 * What 50 learners at once cost the server; beside it, where `BESIDE` names a checkout of commit
 * 54c31d2 with its packages installed and its pages built, what they cost that one.
 */
export const classroom = async () => {
  return {
    now: await measure(here, byIncrements),
    ...(beside !== null && { before: await measure(beside, byWholeStates) }),
    ...(beside !== null && { 'now, again': await measure(here, byIncrements) }),
  }
}
