import { describe, expect, test } from 'vitest'
import { workflow } from './support/docs.ts'
import { soon, useEmbedding } from './support/embedding.ts'
import { startLab } from './support/lab.ts'

const embedding = useEmbedding()

/** What a frame shows: what was recorded, and a live run. */
const kinds = [
  ['a recording', '', 'lab-recorded'],
  ['a live run', '&live=1', 'lab-controls'],
] as const

const framed = (more = '', hash = ''): string =>
  `<iframe width="900" height="560" src="${embedding.lab.url}embed.html?workflow=${workflow}${more}${hash}"></iframe>`

/** A page that notes what frames tell it. */
const listening = `<script>
  window.heard = []
  addEventListener('message', ({ data }) => window.heard.push(data))
</script>`

interface Told {
  readonly eventName: string
  readonly id?: number
  readonly message?: string
  readonly height?: number
  readonly key?: string
  readonly state: { readonly currentStep: number }
}

describe('a frame without the script of the lab', () => {
  const parent = (): string => `&parent=${encodeURIComponent(embedding.docs.origin)}`

  test('shows a recording, and goes on live at the same message', async () => {
    const { page, errors, violations, requests } = await embedding.read(
      framed('&lang=es', '#step=login.token-response'),
    )
    const frame = page.frameLocator('iframe')
    await frame.locator('svg .step.is-current').waitFor()
    expect(await frame.locator('lab-recorded .count b').innerText()).toBe('13')
    expect(await frame.locator('html').getAttribute('lang')).toBe('es')
    expect(requests.filter((url) => /\/api\b/.test(url))).toEqual([])
    expect((await frame.locator('lab-recorded').boundingBox())?.height).toBe(560)
    await frame.getByRole('button', { name: 'Ejecutar en vivo' }).click()
    await frame.locator('lab-choices').waitFor()
    expect(await frame.locator('lab-recorded .count b').innerText()).toBe('13')
    await frame.getByRole('button', { name: 'Todo el laboratorio' }).click()
    const count = frame.locator('lab-controls .count b')
    await count.waitFor()
    await soon(() => count.innerText()).toBe('13')
    expect(await frame.locator('lab-recorded').count()).toBe(0)
    expect(errors).toEqual([])
    expect(violations).toEqual([])
  })

  test('lets the page that its address names drive it, once for each call, also once it is live', async () => {
    const { page } = await embedding.read(framed(parent()), listening)
    const frame = page.frameLocator('iframe')
    const told = () => page.evaluate(() => (window as unknown as { heard: Told[] }).heard)
    const call = async (method: string, argument: unknown, id: number) => {
      await page.evaluate(
        ([name, value, number]) =>
          document
            .querySelector('iframe')
            ?.contentWindow?.postMessage({ method: name, args: [value], id: number }, '*'),
        [method, argument, id] as const,
      )
      await soon(async () => (await told()).some((one) => one.id === id)).toBe(true)
      await page.waitForTimeout(200)
      return (await told()).filter((one) => one.id === id)
    }
    await soon(async () => (await told()).map(({ eventName }) => eventName)).toContain('ready')
    const recorded = await call('seek', 13, 1)
    expect(recorded.map(({ state }) => state.currentStep)).toEqual([13])
    await frame.getByRole('button', { name: 'Run it live' }).click()
    await frame.locator('lab-choices').waitFor()
    expect((await call('next', null, 3)).map(({ state }) => state.currentStep)).toEqual([14])
    expect((await call('prev', null, 4)).map(({ state }) => state.currentStep)).toEqual([13])
    await frame.getByRole('button', { name: 'Whole lab' }).click()
    await frame.locator('lab-controls .play').waitFor()
    await soon(() => frame.locator('lab-controls .count b').innerText()).toBe('13')
    const live = await call('next', null, 2)
    expect(live.map(({ state }) => state.currentStep)).toEqual([14])
    await frame.locator('lab-controls .play').focus()
    await page.keyboard.press('PageDown')
    await soon(async () => (await told()).flatMap(({ key }) => key ?? [])).toEqual(['PageDown'])
  })

  test('tells that page what there is not', async () => {
    const { page } = await embedding.read(framed(`${parent()}&lesson=attack-crsf`), listening)
    const told = () =>
      page.evaluate(() =>
        (window as unknown as { heard: Told[] }).heard.flatMap(({ message }) => message ?? []),
      )
    const said = 'There is no lesson “attack-crsf” here. The nearest is “attack-csrf”.'
    await soon(told).toEqual([said])
    expect(await page.frameLocator('iframe').getByRole('alert').innerText()).toBe(said)
  })
})

describe('a page that was not named', () => {
  test('cannot show the player, nor anybody the whole lab', async () => {
    const strict = await startLab()
    for (const address of [embedding.lab.url, `${strict.url}embed.html`]) {
      const { page } = await embedding.read(`<iframe src="${address}"></iframe>`)
      await page.waitForTimeout(500)
      const inside = page.frameLocator('iframe').locator('login-lab, lab-recorded')
      expect(await inside.count().catch(() => 0), address).toBe(0)
    }
    await strict.stop()
  })

  test.each(kinds)(
    'cannot drive the player, and hears nothing of it: %s',
    async (_what, query, inside) => {
      const { page } = await embedding.read(
        framed(`${query}&parent=https://other.example`),
        listening,
      )
      const count = page.frameLocator('iframe').locator(`${inside} .count b`)
      await count.waitFor()
      await page.evaluate(() => {
        const target = document.querySelector('iframe')?.contentWindow
        for (const method of ['next', 'play', 'seek', 'getState'])
          target?.postMessage({ method, args: ['100%'], id: 1 }, '*')
      })
      await page.waitForTimeout(800)
      expect(await page.evaluate(() => (window as unknown as { heard: unknown }).heard)).toEqual([])
      expect(await count.innerText()).toBe('0')
    },
  )
})

describe('hostile messages of the named page', () => {
  test.each(kinds)('do nothing and break nothing: %s', async (_what, query, inside) => {
    const { origin } = embedding.docs
    const { page, errors, violations } = await embedding.read(
      framed(`${query}&parent=${encodeURIComponent(origin)}`),
    )
    const count = page.frameLocator('iframe').locator(`${inside} .count b`)
    await count.waitFor()
    const answers = await page.evaluate(async () => {
      const answered: { method?: string; problem?: string }[] = []
      addEventListener('message', ({ data }) => {
        if (data.eventName === 'callback') answered.push(data)
      })
      const target = document.querySelector('iframe')?.contentWindow
      const values: readonly unknown[] = [
        null,
        true,
        0,
        -1,
        NaN,
        '',
        '{',
        '[]',
        '"seek"',
        'x'.repeat(100_000),
        [],
        {},
        new Date(0),
        new Map([['method', 'next']]),
        new Uint8Array(8),
        /next/,
        JSON.parse('{"__proto__":{"method":"next"}}'),
        '{"__proto__":{"method":"next"}}',
        { method: 7 },
        { method: ['next'] },
        { method: { toString: 'next' } },
        { args: ['next'] },
        { method: 'next', args: 'next' },
        { method: 'next', args: Array(9).fill(1) },
      ]
      const names = [
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'valueOf',
        'remove',
        'innerHTML',
        'eval',
        'goTo',
        'openFile',
        'click',
        'dispatchEvent',
        'openRun',
        'Next',
        ' next',
        'next ',
        'next\u0000',
        'setPlaybackRate',
      ]
      const targets = [
        null,
        '',
        '<img src=x onerror=alert(1)>',
        '1e9%',
        '-1%',
        {},
        [],
        { step: {} },
        { marker: [1] },
        { step: '__proto__' },
        { marker: '<svg onload=alert(1)>' },
      ]
      for (const value of values) target?.postMessage(value, '*')
      for (const method of names)
        for (const argument of targets) target?.postMessage({ method, args: [argument] }, '*')
      for (const argument of targets)
        target?.postMessage(JSON.stringify({ method: 'seek', args: [argument] }), '*')
      for (let i = 0; i < 2000; i += 1) {
        const bytes = crypto.getRandomValues(new Uint8Array(1 + (i % 60)))
        target?.postMessage(String.fromCharCode(...bytes), '*')
        target?.postMessage(
          { method: String.fromCharCode(...bytes), args: [...bytes].slice(0, 3) },
          '*',
        )
      }
      target?.postMessage({ method: 'getState', id: 'last' }, '*')
      await new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data.id === 'last') resolve()
        })
      })
      return answered.filter(({ problem }) => problem === undefined).map(({ method }) => method)
    })
    // What succeeds asks for nothing: a phase or a message that is not there, and the last question.
    expect(new Set(answers)).toEqual(new Set(['seek', 'getState']))
    expect(await count.innerText()).toBe('0')
    expect(errors).toEqual([])
    expect(violations).toEqual([])
  })
})
