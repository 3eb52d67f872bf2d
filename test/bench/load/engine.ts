import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bounds } from '../../../server/node/bounds.ts'
import { slugs } from '../../support/play.ts'

/** A run, as far as checkouts have it in common; the one before acted where it looked. */
interface AnyRun {
  readonly state: {
    readonly decisionPoints?: readonly { readonly next: object | null }[]
    readonly rests?: readonly { readonly next: object | null }[]
    readonly trace: { readonly messages: readonly unknown[] }
  }
  seek?(place: number): void
  send(event: object): Promise<{ readonly ok: boolean }>
  close(): void
}

type Opener = (options: { workflow: string; lesson: string }) => Promise<AnyRun>

/** Tours that make the code quick, and those that are counted. */
const warmUp = 20
const tours = 60

/** The runs of a checkout's server, without the server. */
const openerIn = async (directory: string): Promise<Opener> => {
  const load = (name: string): Promise<unknown> =>
    import(pathToFileURL(join(directory, 'server/node', name)).href)
  const { openerFor } = (await load('open.ts')) as {
    openerFor: (config: { fusionauth: null; bounds: Bounds }) => Opener
  }
  const { defaultBounds } = (await load('bounds.ts')) as { defaultBounds: Bounds }
  return openerFor({ fusionauth: null, bounds: defaultBounds })
}

const play = async (open: Opener): Promise<void> => {
  const run = await open({ workflow: slugs.code, lesson: 'tour' })
  for (;;) {
    const { decisionPoints, rests, trace } = run.state
    const next = (decisionPoints ?? rests)?.at(-1)?.next ?? null
    if (next === null) return run.close()
    run.seek?.(trace.messages.length)
    const { ok } = await run.send(next)
    if (!ok) throw new Error('A step of the tour was refused.')
  }
}

const [directory = ''] = process.argv.slice(2)
const open = await openerIn(directory)
for (let tour = 0; tour < warmUp; tour += 1) await play(open)
const before = process.cpuUsage()
for (let tour = 0; tour < tours; tour += 1) await play(open)
const { user, system } = process.cpuUsage(before)
console.log(String((user + system) / 1000 / tours))
