import { setTimeout } from 'node:timers/promises'
import { chromium, type Browser } from 'playwright-core'
import { workflows } from '../../../scenarios/catalogue/index.ts'
import { playLesson } from '../../../scenarios/engine/playing.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'
import { mermaidText } from '../../../scenarios/projections/mermaid.ts'
import { sequenceOf } from '../../../scenarios/projections/sequence.ts'
import { openRun } from '../../../server/run.ts'
import { root } from '../../pages/support/build.ts'
import { launchOptions } from '../../support/chromium.ts'
import { beside, startIn } from '../beside.ts'
import { openDocsSite, type DocsSite } from './docs-site.ts'
import { countBytes, visit, type Aims, type Sought, type Visit } from './visit.ts'

const times = 5

/** Milliseconds after which a server has packed its files tightly. */
const leisure = 18_000
const first = workflows[0]?.slug ?? ''

/** The first workflow's diagram as text, for the page that has it drawn by Mermaid. */
const diagramText = async (): Promise<string> => {
  const run = await openRun({ workflow: first }, { rehearse: false })
  await playLesson(run)
  const { trace } = run.state
  run.close()
  return mermaidText(sequenceOf({ trace, plan: [], plannedDividers: [] }), sayEnglish)
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Docs</title><body style="max-width:800px;margin:2rem auto"><h1>Docs</h1><p>Text before.</p>${body}<p>Text after.</p>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const mermaidPage = (text: string, count: number): string =>
  page(
    `${`<pre class="mermaid">${escaped(text)}</pre>`.repeat(count)}<script type="module">import mermaid from '/mermaid/mermaid.esm.min.mjs';mermaid.initialize({startOnLoad:true,maxTextSize:500000})</script>`,
  )

/** Ten workflows, as a page that compares them would have. */
const ten = workflows.slice(0, 10).map(({ slug }) => slug)

/** The snippet that Share copies, with the room that it keeps. */
const embedPage = (lab: string, slugs: readonly string[]): string =>
  page(
    `<script async src="${lab}embed.js"></script>${slugs
      .map(
        (slug) =>
          `<login-lab-embed workflow="${slug}" step="login.token-response"><a href="${lab}"><img src="${lab}pictures/${slug}.svg" width="800" height="496" loading="lazy" alt="A login"/> Watch this login</a></login-lab-embed>`,
      )
      .join('')}`,
  )

const drawn = (count: number): Aims => ({ readable: { path: ['pre.mermaid svg'], count } })

/** The poster can be read; the player takes its place. */
const recorded: Aims = {
  readable: { path: ['login-lab-embed img'], count: 1 },
  playable: { path: ['login-lab-embed', 'lab-recorded', '.step.is-current'], count: 1 },
}

const diagram: Sought = { path: ['login-lab', 'lab-diagram', 'svg .step'], count: 1 }

const framed: Aims = { readable: diagram, playable: diagram }

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const row = (visits: readonly Visit[], blank: number) => ({
  requests: median(visits.map(({ requests }) => requests)),
  'kB, brotli': Math.round(median(visits.map(({ bytes }) => bytes)) / 100) / 10,
  'readable, ms': Math.round(median(visits.map(({ readable }) => readable))),
  'playable, ms': Math.round(median(visits.map(({ playable }) => playable))),
  'main thread, ms': Math.round(median(visits.map(({ mainThread }) => mainThread)) - blank),
  'longest task, ms': Math.round(median(visits.map(({ longest }) => longest))),
  'layout shift': Math.round(median(visits.map(({ shift }) => shift)) * 1000) / 1000,
})

interface Case {
  readonly path: string
  readonly aims: Aims
}

/** Visits each page in turns, so that what else the machine does falls on all alike. */
const visitAll = async (
  browser: Browser,
  site: DocsSite,
  cases: Readonly<Record<string, Case>>,
): Promise<Readonly<Record<string, readonly Visit[]>>> => {
  const found: Record<string, Visit[]> = {}
  for (let round = 0; round < times; round += 1)
    for (const [name, { path, aims }] of Object.entries(cases))
      (found[name] ??= []).push(await visit(browser, `${site.origin}${path}`, aims))
  return found
}

/** From the press of “Run it live” to the first live message, and what came for it. */
const goLive = async (browser: Browser, address: string) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const shown = await context.newPage()
  const counted = countBytes(shown)
  await shown.goto(address)
  await shown.locator('.step.is-current').waitFor({ state: 'attached' })
  await shown.waitForTimeout(500)
  const before = await counted.sum()
  const taken = await shown.evaluate(async () => {
    const embed = document.querySelector('login-lab-embed')
    const begin = performance.now()
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => {
        const player = embed?.shadowRoot?.querySelector('lab-recorded')
        if (player?.shadowRoot?.querySelector('lab-live') == null) requestAnimationFrame(look)
        else resolve()
      }
      look()
    })
    ;(embed as unknown as { runLive(): void }).runLive()
    await arrived
    return performance.now() - begin
  })
  const soon = (await counted.sum()) - before
  await shown.waitForTimeout(2500)
  const bytes = (await counted.sum()) - before
  await context.close()
  return { taken, soon, bytes }
}

/** What an embedded player costs, beside the same diagram drawn by Mermaid, and beside that of before. */
export const embeds = async () => {
  const site = await openDocsSite()
  const env = { EMBED_ORIGINS: site.origin }
  const lab = await startIn(root, { env })
  const former = beside === null ? null : await startIn(beside, { env })
  const browser = await chromium.launch(launchOptions())
  const text = await diagramText()
  site.set('/blank', page(''))
  site.set('/mermaid-1', mermaidPage(text, 1))
  site.set('/mermaid-10', mermaidPage(text, 10))
  site.set('/embed-1', embedPage(lab.url, [first]))
  site.set('/embed-10', embedPage(lab.url, ten))
  if (former !== null) site.set('/before-1', embedPage(former.url, [first]))
  try {
    const visits = await visitAll(browser, site, {
      blank: { path: '/blank', aims: { readable: { path: ['h1'], count: 1 } } },
      'Mermaid, one diagram': { path: '/mermaid-1', aims: drawn(1) },
      'one embed': { path: '/embed-1', aims: recorded },
      ...(former !== null && { 'one embed, before': { path: '/before-1', aims: framed } }),
      'Mermaid, ten diagrams': { path: '/mermaid-10', aims: drawn(10) },
      'ten embeds': { path: '/embed-10', aims: recorded },
    })
    const blank = median((visits['blank'] ?? []).map(({ mainThread }) => mainThread))
    // The first visitor has files that were packed fast; a server packs them tightly after ten seconds.
    await goLive(browser, `${site.origin}/embed-1`)
    await setTimeout(leisure)
    const lives: Awaited<ReturnType<typeof goLive>>[] = []
    for (let round = 0; round < times; round += 1)
      lives.push(await goLive(browser, `${site.origin}/embed-1`))
    return {
      ...Object.fromEntries(
        Object.entries(visits)
          .filter(([name]) => name !== 'blank')
          .map(([name, found]) => [name, row(found, blank)]),
      ),
      'run it live': {
        'kB, brotli': Math.round(median(lives.map(({ soon }) => soon)) / 100) / 10,
        'kB, with what comes later': Math.round(median(lives.map(({ bytes }) => bytes)) / 100) / 10,
        'first live message, ms': Math.round(median(lives.map(({ taken }) => taken))),
      },
    }
  } finally {
    await browser.close()
    lab.stop()
    former?.stop()
    site.stop()
  }
}
