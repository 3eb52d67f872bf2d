import axe from 'axe-core'
import { afterEach, describe, expect, inject, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Trace } from '../../scenarios/model/trace.ts'
import { cutTrace } from '../../scenarios/projections/cut.ts'
import { resolver } from '../../web/features/share/colours.ts'
import { drawDiagram, svgText } from '../../web/features/share/diagram.ts'
import { fileName } from '../../web/features/share/file-name.ts'
import { pngOf, scaleOf } from '../../web/features/share/png.ts'
import { openShared, type UnknownRun } from '../../web/player/run-link/open.ts'
import type { OpenRun } from '../../web/player/run/status.ts'
import { openInPage } from '../../web/player/run/open.ts'
import { harProblems } from '../support/har-shape.ts'
import { find, openPlayer, until, type Player } from './player.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { catchSaved } from '../support/catch-saved.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const tour = (): Trace => JSON.parse(inject('nodeTraces')[workflow] ?? '') as Trace

afterEach(() => {
  vi.restoreAllMocks()
  delete document.documentElement.dataset['theme']
  document.body.replaceChildren()
})

const dialog = ({ lab }: Player): HTMLElement => find(lab, 'lab-share', 'dialog')

/** Opens the dialog at a message of the fixture. */
const openDialog = async (step = '11'): Promise<Player> => {
  const player = await openPlayer({ step })
  await until('the message is shown', () => player.cursor() === Number(step))
  player.lab.dispatchEvent(new CustomEvent('lab-share', { detail: null }))
  await until('the dialog is there', () => {
    const share = player.lab.shadowRoot?.querySelector('lab-share')
    return share?.shadowRoot?.querySelector('dialog')?.open === true
  })
  return player
}

const press = ({ lab }: Player, item: string): void =>
  find(lab, 'lab-share', `[data-item="${item}"]`).click()

const told = ({ lab }: Player): string => find(lab, 'lab-share', '[aria-live]').textContent.trim()

describe('the dialog', () => {
  test('is loaded when it is first opened, and pauses', async () => {
    const player = await openPlayer()
    expect(player.lab.shadowRoot?.querySelector('lab-share')).toBeNull()
    player.lab.dispatchEvent(new CustomEvent('lab-share', { detail: null }))
    await until('it is there', () => player.lab.shadowRoot?.querySelector('lab-share') !== null)
    expect(find(player.lab, 'lab-controls', '.play').ariaLabel).toBe('Play')
  })

  test.each([
    ['light', 'en'],
    ['dark', 'es'],
  ] as const)('has nothing that axe complains about, %s, in %s', async (theme, language) => {
    document.documentElement.dataset['theme'] = theme
    const player = await openDialog()
    player.lab.language = language
    await until('the language is there', () => player.lab.lang === language)
    await player.lab.updateComplete
    const { violations } = await axe.run(dialog(player), { resultTypes: ['violations'] })
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
  })

  test('keeps the player’s keys to itself, and closes with Esc', async () => {
    const player = await openDialog()
    await userEvent.keyboard('{ArrowRight}')
    await userEvent.keyboard('5')
    expect(player.cursor()).toBe(11)
    await userEvent.keyboard('{Escape}')
    await until('it is closed', () => !(dialog(player) as HTMLDialogElement).open)
  })

  test.each([
    ['message-link', /#step=login\.token-response$/],
    ['run-link', /#run=1~[a-z.-]*&step=login\.token-response$/],
    ['mermaid', /^sequenceDiagram\n/],
    ['plantuml', /^@startuml\n/],
    ['frame', /^<iframe src="[^"]+embed\.html\?[^"]+"/],
    [
      'element',
      /^<script async src="[^"]+embed\.js"><\/script>\n<login-lab-embed lab="[^"]+" workflow="[^"]+"/,
    ],
  ])('copies %s and says so', async (item, content) => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const player = await openDialog()
    press(player, item)
    await until('it is said', () => told(player).startsWith('Copied:'))
    expect(write.mock.lastCall?.[0]).toMatch(content)
  })

  test.each([
    ['svg', 'svg'],
    ['png', 'png'],
    ['har', 'har'],
    ['article', 'md'],
    ['trace', 'trace.json'],
  ])('saves %s by workflow and lesson, and says under which name', async (item, extension) => {
    const saved = catchSaved()
    const player = await openDialog()
    press(player, item)
    await until('it is said', () => told(player).startsWith('Saved as'))
    expect(saved[0]?.name).toMatch(new RegExp(`^webapp-[a-z-]+\\.tour\\.${extension}$`))
    expect(saved[0]?.blob.size).toBeGreaterThan(500)
  })

  test('takes a request as cURL, and says of an answer why it cannot', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const atAnswer = await openDialog('11')
    const item = find(atAnswer.lab, 'lab-share', '[data-item="curl"]')
    expect(item.ariaDisabled).toBe('true')
    expect(item.textContent).toContain('no request')
    press(atAnswer, 'curl')
    expect(write).not.toHaveBeenCalled()
    const atRequest = await openDialog('10')
    press(atRequest, 'curl')
    await until('it is said', () => told(atRequest).startsWith('Copied:'))
    expect(write.mock.lastCall?.[0]).toMatch(/^curl /)
  })

  test('ends at the message that is shown when that is wanted', async () => {
    const saved = catchSaved()
    const player = await openDialog('11')
    find(player.lab, 'lab-share', 'label:nth-of-type(2) input').click()
    await player.lab.shadowRoot?.querySelector('lab-share')?.updateComplete
    press(player, 'har')
    await until('it is said', () => told(player).startsWith('Saved as'))
    expect(saved[0]?.name).toContain('.login-token-response.har')
    const text = (await saved[0]?.blob.text()) ?? ''
    expect(harProblems(JSON.parse(text))).toEqual([])
    const last = (JSON.parse(text) as { log: { entries: { _request: { n: number } }[] } }).log
    expect(last.entries.at(-1)?.['_request'].n).toBe(10)
  })
})

describe('when the browser does not play along', () => {
  test('text that may not be copied is there to be copied by hand', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    const player = await openDialog()
    press(player, 'mermaid')
    await until('it is said', () => told(player).includes('does not allow copying'))
    const text = find(player.lab, 'lab-share', 'textarea') as HTMLTextAreaElement
    expect(text.value).toMatch(/^sequenceDiagram/)
    expect(text.selectionEnd - text.selectionStart).toBe(text.value.length)
  })

  test('a file that finds no room is told', async () => {
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new Error('The disk is full.'))
    const player = await openDialog()
    press(player, 'har')
    await until('it is said', () => told(player).includes('The disk is full.'))
    expect(told(player)).toContain('HTTP archive (HAR) could not be made')
  })

  test('a picture whose pixels are kept back is told', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(() => {
      throw new DOMException('Tainted canvases may not be exported.', 'SecurityError')
    })
    const player = await openDialog()
    press(player, 'png')
    await until('it is said', () => told(player).includes('PNG picture could not be made'))
    expect(told(player)).toContain('Tainted canvases')
  })
})

const words = {
  title: 'A workflow <&> "title"',
  description: 'What it is.',
  foot: ['Below'],
  say: sayEnglish,
}

describe('a picture on its own', () => {
  const draw = async (trace: Trace) => {
    const { lab } = await openPlayer()
    return drawDiagram(trace, words, resolver(lab))
  }

  test('needs nothing else: no style, no font file, no address, no variable', async () => {
    const text = svgText(await draw(tour()))
    const read = new DOMParser().parseFromString(text, 'image/svg+xml')
    expect(read.querySelector('parsererror')).toBeNull()
    expect(read.querySelectorAll('style, script, image, use, foreignObject, a')).toHaveLength(0)
    expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:/)
    expect(text).not.toMatch(/url\(|var\(|href|class=|style=|oklch|light-dark/)
  })

  test('says everything by its own attributes', async () => {
    const svg = await draw(tour())
    for (const shape of svg.querySelectorAll('rect, circle, path, line'))
      expect(shape.getAttribute('fill') ?? shape.getAttribute('stroke')).toMatch(/^(#|none)/)
    for (const line of svg.querySelectorAll('text')) {
      expect(line.getAttribute('fill')).toMatch(/^#/)
      expect(line.getAttribute('font-family')).toMatch(/(sans-serif|monospace)$/)
    }
  })

  test('shows every message by its number and its words', async () => {
    const trace = tour()
    const texts = [...(await draw(trace)).querySelectorAll('text')].map((one) => one.textContent)
    for (const { n } of trace.messages) expect(texts).toContain(String(n))
    expect(texts).toContain('GET /shopping-cart')
    for (const name of trace.participants) expect(texts).toContain(name)
    expect(texts).toContain('RT-1')
  })

  test('ends where the trace ends', async () => {
    const texts = [...(await draw(cutTrace(tour(), 5))).querySelectorAll('text')].map(
      (one) => one.textContent,
    )
    expect(texts).toContain('5')
    expect(texts).not.toContain('6')
  })

  test('is twice as sharp as PNG, and never larger than browsers draw', async () => {
    const svg = await draw(cutTrace(tour(), 6))
    const image = await createImageBitmap(await pngOf(svg, svgText(svg)))
    expect(image.width).toBe(Number(svg.getAttribute('width')) * 2)
    expect(scaleOf(1000, 100_000) * 100_000).toBeLessThanOrEqual(16_000)
    expect(scaleOf(8000, 8000) ** 2 * 8000 * 8000).toBeLessThanOrEqual(16_700_001)
  })
})

test('a file is named by plain letters, whatever the trace says', () => {
  const name = fileName({ workflow: '../../etc/pass wd', lesson: 'Ü<>' }, 'login.a|b', 'svg')
  expect(name).toBe('etc-pass-wd.run.login-a-b.svg')
})

describe('a link to a run', () => {
  const opening = async (text: string, step = '') => {
    const unknown: UnknownRun[] = []
    const openRun: OpenRun = openShared(text, openInPage, (one) => {
      unknown.push(one)
      player.lab.dispatch({ type: 'unknown-found', unknown: one })
    })
    const player: Player = { ...(await openPlayer()) }
    Object.assign(player.lab, { workflow, openRun, step })
    await until('the run is open', () => {
      const { run } = player.lab.state
      return run.kind === 'open' && run.playback.run.trace.seed === 'login-lab'
    })
    await player.lab.updateComplete
    return { player, unknown }
  }

  test('opens the run paused at the message, on its branch', async () => {
    const { player } = await opening(
      '1~open-store.login-store.right-store~6_2.wrong-store',
      'login.credentials-response',
    )
    await until('the message is shown', () => player.cursor() === 8)
    const shown = player.lab.state.run
    if (shown.kind !== 'open') throw new Error('no run is open')
    const { run, playing } = shown.playback
    expect(playing).toBe(false)
    expect(run.branches).toHaveLength(2)
    expect(run.trace.events.at(-1)).toMatchObject({ credentials: 'wrong-password' })
  })

  test.each([
    ['9~open-store', 'of another version'],
    ['1~open-stor', 'the nearest is “open-store”'],
    ['1~open-store~7.hack', 'no place at which a branch begins'],
    ['1~hack', 'The Hacker holds nothing yet'],
  ])('that is wrong (%s) says how, and leaves the lesson to play', async (text, sentence) => {
    const { player } = await opening(text, 'login.token-request')
    await until('the message is shown', () => player.cursor() === 12)
    await until('it is told', () =>
      [...(player.lab.shadowRoot?.querySelectorAll('lab-notice') ?? [])].some(
        ({ shadowRoot }) => shadowRoot?.textContent.includes(sentence) === true,
      ),
    )
  })
})
