import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playLesson } from '../../scenarios/engine/playing.ts'
import { loadAssets } from '../../server/node/assets.ts'
import { openRun } from '../../server/run.ts'
import type { LabRecorded } from '../../web/recorded/lab-recorded.ts'
import { frames, hurry, sentence, workflow, type Reader } from './support/docs.ts'
import {
  element,
  player,
  shownIn,
  soon,
  useEmbedding,
  type EmbedElement,
} from './support/embedding.ts'
import { dist, serve, startLab, type Served } from './support/lab.ts'

const embedding = useEmbedding()

const runLive = async (one: Reader): Promise<void> =>
  (await player(one)).getByRole('button', { name: 'Run it live' }).click()

/** The small player once its run is at work. */
const live = async (one: Reader) => {
  const small = await player(one)
  await small.locator('lab-live').waitFor({ state: 'attached' })
  return small
}

/** The whole player in the frame of the page, once it is there. */
const whole = async ({ page }: Reader) => {
  const frame = page.frameLocator('login-lab-embed iframe')
  await frame.locator('lab-diagram svg .step').first().waitFor()
  return frame
}

const state = ({ page }: Reader) =>
  page.evaluate(() => {
    const { currentStep, stepCount } = document.querySelector('login-lab-embed') as EmbedElement
    return { currentStep, stepCount }
  })

describe('from a server that only knows files', () => {
  let host: Served
  /** A page with one script and one element, and the lab below it. */
  const page = `<!doctype html><title>Docs</title><body><script async src="lab/embed.js"></script><login-lab-embed workflow="${workflow}"><a href="lab/">Watch this login</a></login-lab-embed>`
  beforeAll(async () => {
    const files = new Map<string, { type: string; body: string | Buffer }>()
    for (const [path, asset] of loadAssets(dist))
      files.set(`/lab${path}`, { type: asset.type, body: await asset.body('identity') })
    files.set('/docs.html', { type: 'text/html', body: page })
    host = await serve((path) => files.get(path) ?? null)
  })
  afterAll(() => host.stop())

  test('a lesson is shown, played, run live, and its session is stolen', async () => {
    const one = await embedding.enter()
    // Every other host is out of reach, and whoever asks one is found out.
    await one.page.context().route(
      (url) => !url.href.startsWith(host.url),
      (route) => route.abort(),
    )
    await one.page.addInitScript(() => {
      document.addEventListener('stepchange', (event) => {
        document.body.dataset['step'] = (event as CustomEvent<{ step: string }>).detail.step
      })
    })
    await one.page.goto(`${host.url}docs.html`)
    const small = await player(one)
    await small.locator('.controls .play').click()
    await soon(async () => Number(await shownIn(small))).toBeGreaterThan(0)
    await small.locator('.controls input').fill('13')
    await runLive(one)
    await live(one)
    await soon(() => shownIn(small)).toBe('13')
    const choices = small.locator('lab-choices')
    // Within a passage there is nothing to decide: to its end.
    await choices.locator('.nearest .choice').click()
    await choices.locator('.who.hacker').click()
    await choices.getByRole('button', { name: 'Steal the session id' }).click()
    const step = () => soon(() => one.page.evaluate(() => document.body.dataset['step']))
    await step().toBe('stolen-session-id.steal-session-id')
    await choices.locator('.who.hacker').click()
    await choices.getByRole('button', { name: 'Load the cart as the Hacker' }).click()
    await one.page.evaluate(() =>
      (document.querySelector('login-lab-embed') as EmbedElement).seek('100%'),
    )
    await step().toBe('stolen-session-id.cart-response')
    expect(
      one.requests.filter((url) => !url.startsWith(host.url) && !/^(?:data|blob):/.test(url)),
    ).toEqual([])
    expect(one.errors).toEqual([])
  })
})

describe('Run it live', () => {
  test('goes on at the same message, where the recording stood, without a frame', async () => {
    const one = await embedding.read(element('step="login.token-response" lang="es"'))
    const small = await player(one)
    await small.getByRole('button', { name: 'Ejecutar en vivo' }).click()
    await live(one)
    expect(await shownIn(small)).toBe('13')
    expect(await small.locator('.badge-text').innerText()).toBe('En vivo')
    await small.locator('lab-choices').getByText('En medio de un intercambio').waitFor()
    expect((await state(one)).currentStep).toBe(13)
    expect(frames(one)).toBe(0)
    expect(one.said).toEqual([])
    expect(one.errors).toEqual([])
  })

  test('has the messages that the recording has', async () => {
    const one = await embedding.read(element('step="13"'))
    await player(one)
    const steps = () =>
      one.page.evaluate(async () => {
        const embed = document.querySelector('login-lab-embed') as EmbedElement
        const ids: unknown[] = []
        embed.addEventListener('stepchange', (event) =>
          ids.push((event as CustomEvent<{ step: string }>).detail.step),
        )
        for (let n = 10; n < 25; n += 1) await embed.seek(n)
        return ids
      })
    const recorded = await steps()
    expect(recorded).toHaveLength(15)
    await runLive(one)
    await live(one)
    expect(await steps()).toEqual(recorded)
  })

  test('carries the lesson on exactly: its trace is that of a run without a break', async () => {
    const one = await embedding.read(element('step="login.token-response"'))
    const small = await player(one)
    await runLive(one)
    await live(one)
    await one.page.evaluate(() =>
      (document.querySelector('login-lab-embed') as EmbedElement).seek('100%'),
    )
    const trace = await small.evaluate(
      (recorded) => (recorded as LabRecorded).live?.run.state.trace ?? null,
    )
    const unbroken = await openRun({ workflow }, { rehearse: false })
    await playLesson(unbroken)
    expect(trace).toEqual(JSON.parse(JSON.stringify(unbroken.state.trace)))
    unbroken.close()
  })

  test('is asked for by the page, too', async () => {
    const one = await embedding.read(element('step="5"'))
    await player(one)
    await one.page.evaluate(() =>
      (document.querySelector('login-lab-embed') as EmbedElement).runLive(),
    )
    await live(one)
    await soon(async () => (await state(one)).currentStep).toBe(5)
  })

  test('branches off, shows what was done there, and goes back to the lesson', async () => {
    const one = await embedding.read(element('step="20"'))
    const small = await player(one)
    await runLive(one)
    await live(one)
    await one.page.evaluate(() =>
      (document.querySelector('login-lab-embed') as EmbedElement).seek(33),
    )
    await one.page.evaluate(() =>
      (document.querySelector('login-lab-embed') as EmbedElement).seek(20),
    )
    const choices = small.locator('lab-choices')
    await choices.locator('.who.hacker').click()
    await choices.getByRole('button', { name: 'Steal the session id' }).click()
    const branches = small.getByRole('combobox', { name: 'Branches' })
    await branches.waitFor()
    await soon(() => small.locator('.sentence').innerText()).toMatch(
      /^21\..*\s+The Hacker starts anew/,
    )
    const names = await branches.locator('option').allInnerTexts()
    expect(names.map((name) => name.trim())).toEqual([
      'The lesson',
      'Steal the session id · leaves after message 20',
    ])
    await branches.selectOption({ index: 0 })
    await soon(async () => (await state(one)).stepCount).toBe(74)
    expect(one.errors).toEqual([])
  })

  test('gives way to the recording when its Worker stops, and can begin anew', async () => {
    const one = await embedding.enter()
    await one.page.addInitScript(() => {
      const { Worker } = globalThis
      globalThis.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args)
          Object.assign(globalThis, { last: this })
        }
      }
    })
    await one.page.goto(embedding.docs.write('/stops', embedding.script() + element('step="13"')))
    const small = await player(one)
    await runLive(one)
    await live(one)
    await one.page.evaluate(() =>
      (globalThis as unknown as { last: Worker }).last.dispatchEvent(
        new ErrorEvent('error', { message: 'out of memory' }),
      ),
    )
    await soon(() => small.getByRole('alert').innerText()).toContain('The live run has stopped.')
    expect(await small.locator('lab-live').count()).toBe(0)
    expect(await shownIn(small)).toBe('13')
    await runLive(one)
    await live(one)
    expect(await small.getByRole('alert').count()).toBe(0)
    expect(await shownIn(small)).toBe('13')
  })

  test('takes its run along into the whole lab, branch and all', async () => {
    const one = await embedding.read(element('step="20"'))
    const small = await player(one)
    await runLive(one)
    await live(one)
    const choices = small.locator('lab-choices')
    await choices.locator('.who.hacker').click()
    await choices.getByRole('button', { name: 'Steal the session id' }).click()
    await soon(() => small.locator('.sentence').innerText()).toContain('21.')
    await small.getByRole('button', { name: 'Whole lab' }).click()
    const frame = await whole(one)
    await soon(() => one.page.locator('lab-recorded').count()).toBe(0)
    await soon(() => shownIn(frame.locator('lab-controls'))).toBe('21')
    await frame.locator('lab-story').getByText('The Hacker starts anew').waitFor()
  })

  test('needs no leave of the lab; the whole lab does, and what is there stays', async () => {
    const strict = await startLab()
    const one = await embedding.enter()
    await one.page.clock.install()
    const address = embedding.docs.write(
      '/strict',
      `<script async src="${strict.url}embed.js"></script>${element('step="13"')}`,
    )
    await one.page.goto(address)
    const small = await player(one)
    await runLive(one)
    await live(one)
    await small.getByRole('button', { name: 'Whole lab' }).click()
    await hurry(one, 2)
    const said = sentence(strict, embedding.docs)
    expect(await one.heard()).toEqual([
      ['ready', ''],
      ['error', said],
    ])
    expect(await small.getByRole('alert').innerText()).toBe(said)
    expect(frames(one)).toBe(0)
    await small.getByRole('button', { name: 'One message on' }).click()
    await soon(() => shownIn(small)).toBe('14')
    await strict.stop()
  })

  test('is in a frame where the lab has its runs at a real FusionAuth', async () => {
    const one = await embedding.enter()
    await one.page.route('**/recordings/**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({
        response,
        headers: {
          ...response.headers(),
          'login-lab-runs': 'fusionauth',
          'access-control-expose-headers': 'login-lab-runs',
        },
      })
    })
    await one.page.goto(embedding.docs.write('/real', embedding.script() + element('step="13"')))
    await runLive(one)
    await whole(one)
    await soon(() => one.page.locator('lab-recorded').count()).toBe(0)
  })
})

describe('a run that nobody has recorded', () => {
  test('shows diagram, story and transport; the rest when it is asked for, in a higher frame', async () => {
    const one = await embedding.read(element('live step="3" title="Login"'))
    const frame = await whole(one)
    for (const name of ['lab-embed-bar', 'lab-story', 'lab-diagram', 'lab-controls'])
      expect(await frame.locator(name).isVisible(), name).toBe(true)
    for (const name of ['lab-header', 'lab-inspector', 'lab-choices', 'lab-start', 'lab-tour'])
      expect(await frame.locator(name).isVisible(), name).toBe(false)
    const outer = one.page.locator('login-lab-embed iframe')
    expect(await outer.getAttribute('title')).toBe('Login')
    const height = async () => (await outer.boundingBox())?.height ?? 0
    const before = await height()
    await frame.locator('.drawer').click()
    await frame.locator('lab-inspector').waitFor()
    await soon(height).toBeGreaterThan(before + 200)
  })

  test.each([
    ['live', 'live'],
    ['a seed', 'seed="another"'],
    ['a defence', 'defence="same-site=lax"'],
    ['a profile', 'profile="hardened"'],
  ])('is live at once: %s', async (_what, attributes) => {
    const one = await embedding.read(element(`step="13" ${attributes}`))
    const frame = await whole(one)
    await soon(() => shownIn(frame.locator('lab-controls'))).toBe('13')
    expect(one.requests.filter((url) => /player\.js|\/recordings\//.test(url))).toEqual([])
    expect((await one.heard())[0]).toEqual(['ready', ''])
  })
})

describe('a page without an origin', () => {
  const said =
    'The origin of this page is "null" (it is a file, or in a sandbox), and EMBED_ORIGINS can name no such page: serve it from a web site.'

  test('that is a file plays the recording and runs it live; the whole lab says why it cannot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'login-lab-'))
    const file = join(folder, 'deck.html')
    writeFileSync(
      file,
      `<!doctype html><title>Deck</title>${embedding.script()}${element('step="13"')}`,
    )
    const one = await embedding.enter()
    await one.page.goto(pathToFileURL(file).href)
    const small = await player(one)
    await small.getByRole('button', { name: 'One message on' }).click()
    await soon(() => shownIn(small)).toBe('14')
    await runLive(one)
    await live(one)
    await small.getByRole('button', { name: 'One message on' }).click()
    await soon(() => shownIn(small)).toBe('15')
    await small.getByRole('button', { name: 'Whole lab' }).click()
    expect(await small.getByRole('alert').innerText()).toBe(said)
    expect(one.said).toEqual([`Login Lab: ${said}`])
    expect(frames(one)).toBe(0)
    rmSync(folder, { recursive: true })
  })

  test('that is in a sandbox does the same', async () => {
    embedding.docs.write('/inside', embedding.script() + element('step="13"'))
    const one = await embedding.read('<iframe sandbox="allow-scripts" src="/inside"></iframe>')
    const small = one.page.frameLocator('iframe').locator('lab-recorded')
    await small.getByRole('button', { name: 'One message on' }).click()
    await soon(() => shownIn(small)).toBe('14')
    await small.getByRole('button', { name: 'Run it live' }).click()
    await small.locator('lab-live').waitFor({ state: 'attached' })
    await small.getByRole('button', { name: 'Whole lab' }).click()
    expect(await small.getByRole('alert').innerText()).toBe(said)
  })

  test('that asks for a live run keeps its link, and is told the same', async () => {
    embedding.docs.write(
      '/inside',
      embedding.script() + element('live', '<a href="/">Watch this login</a>'),
    )
    const one = await embedding.read('<iframe sandbox="allow-scripts" src="/inside"></iframe>')
    await soon(() => one.said).toEqual([`Login Lab: ${said}`])
    const link = one.page.frameLocator('iframe').getByRole('link', { name: 'Watch this login' })
    expect(await link.isVisible()).toBe(true)
    expect(one.requests.filter((url) => url.includes('embed.html'))).toEqual([])
  })
})
