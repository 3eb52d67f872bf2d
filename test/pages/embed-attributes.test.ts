import { describe, expect, test } from 'vitest'
import { played, slugs } from '../support/play.ts'
import { workflow, type Reader } from './support/docs.ts'
import {
  element,
  player,
  setAttributes,
  shownIn,
  soon,
  useEmbedding,
  type EmbedElement,
} from './support/embedding.ts'

const embedding = useEmbedding()

const name = (of: Reader): Promise<string> => of.page.locator('lab-recorded .name').innerText()

const size = async (of: Reader) => {
  const box = await of.page.locator('login-lab-embed').boundingBox()
  return [Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)] as const
}

const link = '<a href="/elsewhere">Watch this login</a>'

describe('an attribute that changes', () => {
  test('shows another workflow', async () => {
    const one = await embedding.read(element('step="3"'))
    await player(one)
    const before = await name(one)
    await setAttributes(one, { workflow: 'spa/oauth-authorization-code-grant-sessions' })
    await soon(() => name(one)).not.toBe(before)
    expect(await shownIn(one.page)).toBe('3')
  })

  test('shows another lesson', async () => {
    const one = await embedding.read(element())
    const small = await player(one)
    const before = await small.locator('.sentence').innerText()
    await setAttributes(one, { lesson: 'outage' })
    await soon(() => small.locator('.sentence').innerText()).not.toBe(before)
  })

  test('is read together with those that change at the same time', async () => {
    const one = await embedding.read(element('lesson="outage" step="2"'))
    await player(one)
    await setAttributes(one, { lesson: null, step: 'login.token-response', lang: 'es' })
    const badge = one.page.locator('.badge-text')
    await soon(() => badge.innerText()).toBe('Grabado')
    expect(await shownIn(one.page)).toBe('13')
    expect(await one.heard()).toEqual([
      ['ready', ''],
      ['ready', ''],
    ])
  })

  test('counts while the player is still loading', async () => {
    const one = await embedding.enter()
    let letThrough = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await one.page.route('**/recordings/**', async (route) => {
      await held
      await route.continue()
    })
    await one.page.goto(
      embedding.docs.write('/slow', embedding.script() + element('lesson="tour"')),
    )
    await soon(
      () => one.requests.filter((url) => url.includes('/recordings/')).length,
    ).toBeGreaterThan(0)
    await setAttributes(one, { workflow: 'spa/oauth-authorization-code-grant-sessions', step: '2' })
    letThrough()
    await player(one)
    const href = await one.page.locator('lab-recorded .bar a').getAttribute('href')
    expect(href).toContain(encodeURIComponent('spa/oauth-authorization-code-grant-sessions'))
    expect(await shownIn(one.page)).toBe('2')
    expect(await one.heard()).toEqual([['ready', '']])
  })

  test('mends what was wrong', async () => {
    const one = await embedding.read(element('lesson="outagee"', link))
    await soon(async () => (await one.heard()).length).toBe(1)
    await setAttributes(one, { lesson: 'outage' })
    await player(one)
    expect((await one.heard()).at(-1)).toEqual(['ready', ''])
    expect(await one.page.getByRole('alert').count()).toBe(0)
  })

  test('shows another message', async () => {
    const one = await embedding.read(element('step="3"'))
    await player(one)
    await setAttributes(one, { step: 'login.token-response' })
    await soon(() => shownIn(one.page)).toBe('13')
    await setAttributes(one, { step: 'refresh' })
    await soon(() => shownIn(one.page)).not.toBe('13')
    await setAttributes(one, { step: null })
    await soon(() => shownIn(one.page)).toBe('0')
  })

  test('shows another message of a live run', async () => {
    const one = await embedding.read(element('live step="3"'))
    const count = one.page.frameLocator('iframe').locator('lab-controls .count b')
    await soon(() => count.innerText()).toBe('3')
    await setAttributes(one, { step: 'login.token-response' })
    await soon(() => count.innerText()).toBe('13')
  })

  test('sets speed, keys and the transport bar of what is shown, which stays where it is', async () => {
    const one = await embedding.read(element('step="13"'))
    const small = await player(one)
    await setAttributes(one, { speed: '4', controls: '0' })
    await soon(() => small.locator('.controls').count()).toBe(0)
    const rate = () =>
      one.page.evaluate(
        () => (document.querySelector('login-lab-embed') as EmbedElement).playbackRate,
      )
    await soon(rate).toBe(4)
    await setAttributes(one, { controls: null })
    await soon(() => shownIn(one.page)).toBe('13')
    expect(await one.heard()).toEqual([['ready', '']])
  })

  test('runs it live, and takes that back', async () => {
    const one = await embedding.read(element('step="13"'))
    await player(one)
    await setAttributes(one, { live: '' })
    await one.page.frameLocator('iframe').locator('lab-controls').waitFor()
    await setAttributes(one, { live: null })
    await player(one)
    expect(one.page.frames()).toHaveLength(1)
  })

  test('that is of no player any more changes nothing', async () => {
    const one = await embedding.read(element('loading="click"', link))
    await setAttributes(one, { workflow: 'x', theme: 'dark', step: '3' })
    await one.page.waitForTimeout(300)
    expect(one.requests.filter((url) => url.includes('player.js'))).toEqual([])
    expect(await one.heard()).toEqual([])
  })
})

describe('the height of a player', () => {
  test('is there before anything has come, and stays', async () => {
    const one = await embedding.read(element('loading="click"', link))
    const before = await size(one)
    await one.page.evaluate(() =>
      (document.querySelector('login-lab-embed') as EmbedElement).load(),
    )
    await player(one)
    expect(await size(one)).toEqual(before)
  })

  test('is the one that `height` says, also live', async () => {
    const one = await embedding.read(element('height="400" step="13"'))
    const small = await player(one)
    expect((await size(one))[1]).toBe(400)
    await small.getByRole('button', { name: 'Details' }).click()
    await small.locator('lab-inspector').waitFor()
    expect((await size(one))[1]).toBe(400)
    await setAttributes(one, { height: '500' })
    expect((await size(one))[1]).toBe(500)
    await small.getByRole('button', { name: 'Run it live' }).click()
    await small.locator('lab-choices').waitFor()
    expect((await size(one))[1]).toBe(500)
    await small.getByRole('button', { name: 'Whole lab' }).click()
    const frame = one.page.locator('login-lab-embed iframe')
    await frame.contentFrame().locator('lab-controls .play').waitFor()
    await soon(() => one.page.locator('lab-recorded').count()).toBe(0)
    expect((await size(one))[1]).toBe(500)
    expect((await frame.boundingBox())?.height).toBe(500)
  })

  test('is the one that the page’s styles say', async () => {
    const one = await embedding.read(
      element('live'),
      '<style>login-lab-embed { height: 380px; min-height: 0 }</style>',
    )
    const frame = one.page.locator('login-lab-embed iframe')
    await frame.contentFrame().locator('lab-controls .play').waitFor()
    expect((await size(one))[1]).toBe(380)
    expect((await frame.boundingBox())?.height).toBe(380)
  })

  test('goes with the width where `aspect-ratio` says so', async () => {
    const one = await embedding.read(element('aspect-ratio="16 / 9"'))
    await player(one)
    const [width, height] = await size(one)
    expect(width / height).toBeCloseTo(16 / 9, 1)
    await setAttributes(one, { 'aspect-ratio': '2/1' })
    const [broad, low] = await size(one)
    expect(broad / low).toBeCloseTo(2, 1)
  })

  test.each(['50%', '1e9', '-3', '400px; color: red', 'x'])(
    'is as usual for what is no height: %s',
    async (value) => {
      const one = await embedding.read(element(`height="${value}" aspect-ratio="${value}"`))
      const usual = await embedding.read(element())
      expect(await size(one)).toEqual(await size(usual))
    },
  )

  test('is wide enough for the transport bar at 390 pixels', async () => {
    const one = await embedding.read(element('step="13"'), '', {
      viewport: { width: 390, height: 800 },
    })
    const small = await player(one)
    const live = await small.getByRole('button', { name: 'Run it live' }).boundingBox()
    const [width, height] = await size(one)
    expect((live?.x ?? 0) + (live?.width ?? 0)).toBeLessThanOrEqual(width + 8)
    expect(live?.y).toBeLessThan(height + 100)
    const wider = await one.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
  })
})

describe('what there is not is told in place, by an event and in the console', () => {
  const untilTold = async (one: Reader, said: string) => {
    await soon(async () => (await one.heard()).at(-1)).toEqual(['error', said])
    await soon(() => one.said).toEqual([`Login Lab: ${said}`])
  }

  test('a workflow, with the nearest one', async () => {
    const one = await embedding.read(
      `<login-lab-embed workflow="webapp/oauth-authorization-code-grant-session">${link}</login-lab-embed>`,
    )
    await untilTold(
      one,
      'There is no workflow “webapp/oauth-authorization-code-grant-session”. The nearest is “webapp/oauth-authorization-code-grant-sessions”.',
    )
    expect(await one.page.getByRole('alert').innerText()).toContain('There is no workflow')
    expect(await one.page.getByRole('link', { name: 'Watch this login' }).isVisible()).toBe(true)
  })

  test('a lesson, with the nearest one', async () => {
    const one = await embedding.read(element('lesson="attack-crsf"', link))
    const said = 'There is no lesson “attack-crsf” here. The nearest is “attack-csrf”.'
    await untilTold(one, said)
    expect(await one.page.getByRole('alert').innerText()).toBe(said)
    expect(await one.page.getByRole('link', { name: 'Watch this login' }).isVisible()).toBe(true)
  })

  test('a message, with the nearest one, above what is shown all the same', async () => {
    const said =
      'There is no message “login.token-respons” here. The nearest is “login.token-response”.'
    const one = await embedding.read(element('step="login.token-respons"'))
    const small = await player(one)
    await untilTold(one, said)
    expect(await small.getByRole('alert').innerText()).toBe(said)
    await setAttributes(one, { step: 'login.token-response' })
    await soon(() => small.getByRole('alert').count()).toBe(0)
  })

  test('an attribute that is nearly one', async () => {
    const said = '“wrokflow” is no attribute of this player. “workflow” is.'
    const one = await embedding.read(
      `<login-lab-embed wrokflow="${workflow}" class="wide" id="it" data-x="1"></login-lab-embed>`,
    )
    const small = await player(one)
    await untilTold(one, said)
    expect(await small.getByRole('alert').innerText()).toBe(said)
  })

  test('all that is amiss, together', async () => {
    const one = await embedding.read(element('step="login.tokn" wrokflow="x"'))
    const small = await player(one)
    const told = small.getByRole('alert')
    await soon(() => told.innerText()).toContain('“login.tokn”')
    expect(await told.innerText()).toContain('“wrokflow”')
  })

  test('a message of a frame, which its address names', async () => {
    const one = await embedding.enter()
    await one.page.goto(
      `${embedding.lab.url}embed.html?workflow=${workflow}&workflw=2#step=login.tokn`,
    )
    const small = await player(one)
    const text = await small.getByRole('alert').innerText()
    expect(text).toContain('There is no message “login.tokn” here.')
    expect(text).toContain('“workflw” is no attribute of this player. “workflow” is.')
  })

  test('a workflow of a frame, which its address names', async () => {
    const one = await embedding.enter()
    await one.page.goto(`${embedding.lab.url}embed.html?workflow=webapp/no-such`)
    const alert = one.page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('There is no workflow “webapp/no-such”.')
  })
})

describe('a trace that was saved', () => {
  const saved = async (path: string, text: string): Promise<string> => {
    embedding.docs.put(path, text)
    return path.slice(1)
  }

  test('is played like a recording, with what was on the wire', async () => {
    const trace = await played({ workflow: slugs.code })
    const source = await saved('/my-login.json', JSON.stringify(trace))
    const one = await embedding.read(
      `<login-lab-embed src="${source}" step="13"></login-lab-embed>`,
    )
    const small = await player(one)
    expect(await shownIn(small)).toBe('13')
    expect(await small.locator('.badge-text').getAttribute('title')).toContain('saved')
    expect(await small.getByRole('button', { name: 'Run it live' }).count()).toBe(0)
    await small.getByRole('button', { name: 'Details' }).click()
    await small.locator('lab-inspector').getByText('refresh_token').first().waitFor()
    expect(one.requests.filter((url) => url.includes('/recordings/'))).toEqual([])
    expect(one.errors).toEqual([])
  })

  test('of a real FusionAuth says so, and that its secrets are masked', async () => {
    const trace = await played({ workflow: slugs.code })
    const real = { ...trace, fusionauth: { kind: 'fusionauth', version: '1.69.0' } }
    const source = await saved('/real.json', JSON.stringify(real))
    const small = await player(
      await embedding.read(`<login-lab-embed src="${source}"></login-lab-embed>`),
    )
    const title = await small.locator('.badge-text').getAttribute('title')
    expect(title).toContain('to a FusionAuth; its secrets are masked')
  })

  test.each([
    ['no JSON', '<!doctype html>'],
    ['no trace', '{"version":2}'],
    ['nothing', ''],
  ])('that is %s is told in a sentence, and the link stays', async (what, text) => {
    const source = await saved(`/${what.replace(' ', '-')}.json`, text)
    const one = await embedding.read(`<login-lab-embed src="${source}">${link}</login-lab-embed>`)
    await soon(async () => (await one.heard()).map(([type]) => type)).toEqual(['error'])
    expect((await one.heard())[0]?.[1]).toMatch(/^This is no trace of Login Lab|^[A-Z“].*\.$/)
    expect(await one.page.getByRole('link', { name: 'Watch this login' }).isVisible()).toBe(true)
    expect(one.errors).toEqual([])
  })

  test('that is not there is told in a sentence, by its address', async () => {
    const one = await embedding.read(`<login-lab-embed src="none.json">${link}</login-lab-embed>`)
    await soon(async () => (await one.heard())[0]?.[1]).toContain('/none.json could not be read.')
  })
})
