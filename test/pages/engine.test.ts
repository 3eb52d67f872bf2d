/** @module-tag exhaustive */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { createReplica } from '../../scenarios/engine/increment.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { FromWorker, ToWorker } from '../../web/player/run/protocol.ts'
import { tries } from '../attacks/support.ts'
import { played } from '../support/play.ts'
import { engineFiles } from './support/entry-files.ts'
import { dist, launch, serve, type Served } from './support/lab.ts'

let browser: Browser
let host: Served
let page: Page

const [engine = ''] = engineFiles(dist)

beforeAll(async () => {
  browser = await launch()
  host = await serve((path) => {
    if (path === '/') return { type: 'text/html', body: '<!doctype html><title>Nothing</title>' }
    const isScript = path.startsWith('/assets/') && path.endsWith('.js')
    return isScript ? { type: 'text/javascript', body: readFileSync(join(dist, path)) } : null
  })
  page = await browser.newPage()
  await page.goto(host.url)
})

afterAll(async () => {
  await browser.close()
  await host.stop()
})

/** Starts the Worker of the build, and hands on what it says up to an answer. */
const startEngine = async () => {
  const worker = await page.evaluateHandle(
    (address) => new Worker(address, { type: 'module' }),
    new URL(engine, host.url).href,
  )
  const ask = async (message: ToWorker): Promise<readonly FromWorker[]> => {
    const heard = await worker.evaluate(
      (asked, said) =>
        new Promise<string>((resolve, reject) => {
          const all: { readonly say: string }[] = []
          asked.addEventListener('error', (event) => reject(new Error(event.message)))
          asked.addEventListener('message', ({ data }: MessageEvent<{ readonly say: string }>) => {
            if (data.say === 'ready') return
            all.push(data)
            if (data.say !== 'increment') resolve(JSON.stringify(all))
          })
          asked.postMessage(JSON.parse(said))
        }),
      JSON.stringify(message),
    )
    return JSON.parse(heard) as readonly FromWorker[]
  }
  return { ask, stop: () => worker.evaluate((asked) => asked.terminate()) }
}

const playedInPage = async (options: RunRequest): Promise<string> => {
  const { ask, stop } = await startEngine()
  const [opened] = await ask({ say: 'open', options, own: null })
  if (opened?.say !== 'opened') throw new Error(JSON.stringify(opened))
  const replica = createReplica(opened.opening)
  for (let call = 1; ; call++) {
    const { decisionPoints, trace } = replica.state
    const event = decisionPoints.at(-1)?.next ?? null
    if (event === null) break
    const said = await ask({ say: 'send', call, event, at: trace.messages.length })
    for (const one of said) {
      if (one.say === 'increment') replica.apply(one.increment)
      if (one.say === 'done') expect(one.result).toEqual({ ok: true })
    }
  }
  await stop()
  return JSON.stringify(replica.state.trace)
}

/** Each attack once, at the first workflow that it can be tried at. */
const attacks = new Map(tries.toReversed().map(([attack, workflow]) => [attack.id, workflow.slug]))

const requests: readonly RunRequest[] = [
  ...workflows.map(({ slug }) => ({ workflow: slug, lesson: 'tour' })),
  ...[...attacks].map(([id, workflow]) => ({ workflow, lesson: `attack-${id}` })),
]

describe('the Worker of the build', () => {
  test.each(requests.map((request) => [request.workflow, request.lesson ?? '', request] as const))(
    'plays the same trace as Node, byte for byte: %s, %s',
    async (_workflow, _lesson, request) => {
      const inPage = await playedInPage(request)
      const inNode = JSON.stringify(await played(request))
      const at = inNode.split('').findIndex((character, index) => character !== inPage[index])
      // A trace is far too long to be printed.
      expect(inPage.slice(at - 100, at + 100)).toBe(inNode.slice(at - 100, at + 100))
      expect(inPage.length).toBe(inNode.length)
    },
  )
})
