import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { layers } from '../../../web/router/layers.ts'
import { played, slugs } from '../../support/play.ts'
import { launch, serve, startLab, type Served } from '../support/lab.ts'
import { guarded, settle } from './guarded.ts'
import { payloads } from './payloads.ts'
import { packed, spread, wellFormed } from './trace.ts'
import { made } from '../../support/texts.ts'

let browser: Browser
let lab: Served
let trace: Trace

beforeAll(async () => {
  browser = await launch()
  lab = await startLab()
  trace = await played({ workflow: slugs.code })
})

afterAll(async () => {
  await browser.close()
  await lab.stop()
})

/** Opens the player and gives it a run that is only data. */
const show = async (page: Page, state: RunState): Promise<void> => {
  await page.evaluate((text) => {
    const shown = JSON.parse(text) as RunState
    const player = document.querySelector('login-lab')
    if (player === null) throw new Error('no player')
    player.view = 'play'
    player.openRun = () =>
      Promise.resolve({
        place: 'page',
        run: {
          state: shown,
          subscribe: () => () => undefined,
          send: () =>
            Promise.resolve({
              ok: false as const,
              problem: { code: 'quoted' as const, params: { text: shown.trace.seed } },
            }),
          seek: () => undefined,
          close: () => undefined,
        },
      })
  }, JSON.stringify(state))
  await page.waitForFunction(
    (count) => document.querySelector('login-lab')?.stepCount === count,
    state.trace.messages.length,
  )
}

const stateOf = (shown: Trace): RunState => ({
  trace: shown,
  busy: false,
  decisionPoints: [
    {
      after: shown.messages.length,
      next: { type: 'learner.open', app: 'Store' },
      choices: payloads.slice(0, 200).map((payload) => ({
        event: { type: 'learner.open' as const, app: 'Store' as const },
        allowed: false,
        reason: made(payload),
      })),
    },
  ],
  plan: [],
  plannedDividers: [],
  branch: payloads[0] ?? '',
  branches: payloads.slice(0, 50).map((id, index) => ({
    id,
    parent: index === 0 ? null : (payloads[0] ?? ''),
    forkedAt: 0,
    inherited: 0,
    length: 1,
    firstEvent: null,
    events: [],
  })),
  now: Date.parse(shown.messages[0]?.at ?? ''),
  differences: payloads.map((payload, index) => ({
    message: shown.messages[index % shown.messages.length]?.id ?? '',
    n: (index % shown.messages.length) + 1,
    kind: 'body' as never,
    what: payload,
    expected: payload,
    observed: payload,
    sentence: made(payload),
    reason: made(payload),
  })),
})

describe(`${payloads.length} hostile texts`, () => {
  test('are more than a thousand, each another', () => {
    expect(payloads.length).toBeGreaterThan(1000)
    expect(new Set(payloads).size).toBe(payloads.length)
  })

  test('in headers, cookies, bodies, addresses, labels and states: nothing runs, nothing is asked', async () => {
    const { context, page, done } = await guarded(browser)
    await page.goto(`${lab.url}?run=page&workflow=${slugs.code}`)
    await page.locator('lab-controls').waitFor()
    const shown = packed(trace, payloads)
    await show(page, stateOf(shown))
    await page.locator('lab-diagram svg .step').first().waitFor()
    const seen = await page.evaluate(
      async ([names, texts, total]) => {
        const player = document.querySelector('login-lab')
        if (player === null) throw new Error('no player')
        const frame = (): Promise<unknown> => new Promise((next) => requestAnimationFrame(next))
        const textIn = (root: ParentNode & Node): string =>
          (root.textContent ?? '') +
          [...root.querySelectorAll('*')]
            .map(({ shadowRoot }) => (shadowRoot === null ? '' : textIn(shadowRoot)))
            .join('')
        // Long ones are folded, line ends are set otherwise: the beginning of a payload will do.
        const beginnings = texts.map(
          (text) =>
            text
              .trim()
              .split(/[\r\n\t]/, 1)[0]
              ?.slice(0, 24) ?? '',
        )
        const share = Math.ceil(texts.length / total)
        const found = new Set<number>()
        for (const layer of names) {
          player.layer = layer
          for (let n = 1; n <= total; n += 1) {
            await player.seek(n)
            await player.updateComplete
            await frame()
            const inspector = player.renderRoot.querySelector('lab-inspector')?.shadowRoot
            const shownText = inspector == null ? '' : textIn(inspector)
            for (let k = (n - 1) * share; k < Math.min(n * share, texts.length); k += 1)
              if (shownText.includes(beginnings[k] ?? '')) found.add(k)
          }
        }
        return found.size
      },
      [layers, payloads, shown.messages.length] as const,
    )
    await settle(page)
    expect(seen).toBeGreaterThan(1000)
    expect(done).toEqual([])
    await context.close()
  })

  test('as labels of the diagram and of the list, one for each message', async () => {
    const { context, page, done } = await guarded(browser)
    await page.goto(`${lab.url}?run=page&workflow=${slugs.code}`)
    await page.locator('lab-controls').waitFor()
    await show(page, stateOf(spread(trace, payloads)))
    await page.waitForFunction((count) => {
      const inner = document.querySelector('login-lab')?.shadowRoot
      const drawn = inner
        ?.querySelector('lab-diagram')
        ?.shadowRoot?.querySelectorAll('.step').length
      return drawn === count
    }, payloads.length)
    const listed = await page.evaluate(
      () =>
        document
          .querySelector('login-lab')
          ?.shadowRoot?.querySelector('lab-list')
          ?.shadowRoot?.querySelectorAll('li').length,
    )
    expect(listed).toBeGreaterThanOrEqual(payloads.length)
    await settle(page)
    expect(done).toEqual([])
    await context.close()
  })

  test('in errors, notices, names of files and of workflows, and in addresses', async () => {
    const { context, page, done } = await guarded(browser)
    await page.goto(`${lab.url}?run=page&workflow=${slugs.code}`)
    await page.locator('lab-controls').waitFor()
    await page.evaluate(
      async ([texts, kept]) => {
        const saved = JSON.parse(kept) as Trace
        const player = document.querySelector('login-lab')
        if (player === null) throw new Error('no player')
        for (const text of texts) {
          player.dispatch({ type: 'notify', notice: text })
          await player.updateComplete
        }
        for (const text of texts.filter((_, index) => index % 10 === 0)) {
          await player.goTo(text)
          await player.openFile(new File([text], text))
          await player.openFile(
            new File([JSON.stringify({ ...saved, workflow: text })], `${text}.json`),
          )
          await player.updateComplete
          location.hash = `step=${encodeURI(text.replace(/[\ud800-\udfff]/g, ''))}`
        }
        for (const text of texts) {
          player.workflow = text
          await player.updateComplete
        }
        player.workflow = saved.workflow
        for (const text of texts) {
          player.openRun = () => Promise.reject(new Error(text))
          await player.updateComplete
          await Promise.resolve()
          await player.updateComplete
        }
      },
      [payloads, JSON.stringify({ ...trace, messages: [], outcome: [], dividers: [] })] as const,
    )
    await settle(page)
    expect(done).toEqual([])

    const names = [
      'workflow',
      'lesson',
      'seed',
      'profile',
      'lang',
      'run',
      'ask',
      'view',
      'with',
      'share',
      'theme',
      'speed',
      'autoplay',
      'parent',
      'src',
      'live',
      'keyboard',
    ]
    const share = Math.ceil(payloads.length / 12)
    for (let turn = 0; turn < 12; turn += 1) {
      const address = new URL(turn % 3 === 0 ? 'embed.html' : '.', lab.url)
      payloads.slice(turn * share, (turn + 1) * share).forEach((payload, index) => {
        const key = names[(index + turn) % names.length] ?? ''
        const short = wellFormed(payload).slice(0, 200)
        if (address.href.length < 6000)
          address.searchParams.set(index < names.length ? key : payload.slice(0, 40), short)
      })
      address.hash = `step=${payloads[turn * 7]}&layer=${payloads[turn * 11]}&run=${payloads[turn * 13]}`
      await page.goto('about:blank')
      await page.goto(address.href)
      await page.waitForTimeout(150)
    }
    expect(done).toEqual([])
    await context.close()
  })

  test('in a trace that somebody saved', async () => {
    const { context, page, done } = await guarded(browser)
    await page.goto(`${lab.url}?run=page&workflow=${slugs.code}`)
    await page.locator('lab-controls').waitFor()
    const file = JSON.stringify(packed(trace, payloads))
    await page.evaluate(async (text) => {
      await document.querySelector('login-lab')?.openFile(new File([text], 'saved.trace.json'))
    }, file)
    await page.evaluate(() => document.querySelector('login-lab')?.seek('60%'))
    await settle(page)
    expect(done).toEqual([])
    await context.close()
  })
})

describe('the same texts', () => {
  const tell = (page: Page, type: string, detail: string | boolean | null): Promise<void> =>
    page.evaluate(
      ([name, value]) => {
        document.querySelector('login-lab')?.dispatchEvent(new CustomEvent(name, { detail: value }))
      },
      [type, detail] as const,
    )

  const opened = async () => {
    const watched = await guarded(browser)
    await watched.page.goto(`${lab.url}?run=page&workflow=${slugs.code}`)
    await watched.page.locator('lab-controls').waitFor()
    await show(watched.page, stateOf(packed(trace, payloads)))
    await watched.page.evaluate(() => document.querySelector('login-lab')?.seek(30))
    return watched
  }

  test('do nothing beside another run, and in questions', async () => {
    const { context, page, done } = await opened()
    await tell(page, 'lab-predict', true)
    await page.evaluate(() => document.querySelector('login-lab')?.play())
    await page.waitForTimeout(2500)
    await tell(page, 'lab-compare', slugs.password)
    await tell(page, 'lab-view', 'compare')
    await page.locator('lab-compare').waitFor()
    await settle(page)
    expect(done).toEqual([])
    await context.close()
  })

  test('do nothing in what is shared, nor does the picture that was saved, wherever it is opened', async () => {
    const { context, page, done } = await opened()
    const pictures: Promise<string>[] = []
    page.on('download', (download) => {
      if (download.suggestedFilename().endsWith('.svg'))
        pictures.push(download.path().then((path) => readFileSync(path, 'utf8')))
    })
    await tell(page, 'lab-share', null)
    const buttons = page.locator('lab-share li button')
    await buttons.first().waitFor()
    for (const button of await buttons.all())
      if (await button.isEnabled()) {
        await button.click()
        await page.waitForTimeout(150)
      }
    await expect.poll(() => pictures.length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(done).toEqual([])

    const [picture = ''] = await Promise.all(pictures)
    const elsewhere = await serve(() => ({ type: 'image/svg+xml', body: picture }))
    const there = await context.newPage()
    await there.goto(elsewhere.url)
    expect(await there.locator('text').count()).toBeGreaterThan(20)
    await there.waitForTimeout(500)
    expect(done).toEqual([])
    await context.close()
    await elsewhere.stop()
  })
})

test('the check can fail: where nobody escapes and there is no policy, the same texts run and ask', async () => {
  const bare = await serve(() => ({ type: 'text/html', body: '<!doctype html><body>' }))
  const { context, page, done } = await guarded(browser)
  await page.goto(bare.url)
  await page.evaluate((texts) => {
    for (const text of texts) {
      if (/refresh|<base/.test(text)) continue
      const place = document.body.appendChild(document.createElement('div'))
      place.innerHTML = text
    }
  }, payloads)
  const count = (what: string): number => done.filter((told) => told.startsWith(what)).length
  await expect.poll(() => count('ran'), { timeout: 20_000 }).toBeGreaterThan(50)
  await expect.poll(() => count('asked'), { timeout: 20_000 }).toBeGreaterThan(10)
  await context.close()
  await bare.stop()
})
