import axe from 'axe-core'
import { afterEach, describe, expect, inject, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Run } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { LabPassage } from '../../web/features/passage/lab-passage.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { find, handing, openPlayer, until, type Player } from '../web/player.ts'
import { catchSaved } from '../support/catch-saved.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const tour = (): Trace => JSON.parse(inject('nodeTraces')[workflow] ?? '') as Trace

/** A run that has done all of the tour. */
const wholeTour = (): Run => ({
  ...fixtureRun(),
  state: { ...fixtureRun().state, trace: tour() },
})

afterEach(() => {
  vi.restoreAllMocks()
  delete document.documentElement.dataset['theme']
  document.body.replaceChildren()
})

const section = ({ lab }: Player): HTMLElement => {
  const found = lab.shadowRoot?.querySelector('lab-share')?.shadowRoot?.querySelector('lab-passage')
  if (!found?.shadowRoot) throw new Error('The section is not there.')
  return found
}

const inside = (player: Player, selector: string): HTMLElement => {
  const found = section(player).shadowRoot?.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

const selectOf = (player: Player, selector: string): HTMLSelectElement =>
  inside(player, selector) as HTMLSelectElement

const openSection = async (
  step = '11',
  set: Parameters<typeof openPlayer>[0] = {},
): Promise<Player> => {
  const player = await openPlayer({ step, ...set })
  await until('the message is shown', () => player.cursor() === Number(step))
  player.lab.dispatchEvent(new CustomEvent('lab-share', { detail: null }))
  await until('the section is there', () => {
    const share = player.lab.shadowRoot?.querySelector('lab-share')
    const found = share?.shadowRoot?.querySelector('lab-passage')
    return found?.shadowRoot?.querySelector('select') != null
  })
  return player
}

const choose = async (player: Player, choice: string, value: string): Promise<void> => {
  const select = selectOf(player, `[data-choice="${choice}"]`)
  select.value = value
  select.dispatchEvent(new Event('change'))
  await (section(player) as LabPassage).updateComplete
}

const told = (player: Player): string => inside(player, '.making [role=status]').textContent.trim()

const make = async (player: Player, form: string) => {
  const saved = catchSaved()
  await choose(player, 'form', form)
  inside(player, '.main').click()
  await until('it is saved', () => told(player).startsWith('Saved as'))
  const [file] = saved
  if (file === undefined) throw new Error('Nothing was saved.')
  return file
}

/** A short passage, so that it is made soon. */
const shorten = async (player: Player): Promise<void> => {
  await choose(player, 'from', '10')
  await choose(player, 'to', '11')
}

describe('a passage as a picture, in Share', () => {
  test('is the phase that is shown, until another is chosen, and again by a button', async () => {
    const player = await openSection()
    const ends = () =>
      ['from', 'to'].map((end) => Number(selectOf(player, `[data-choice="${end}"]`).value))
    const [first = 0, last = 0] = ends()
    expect(first).toBeLessThanOrEqual(11)
    expect(last).toBeGreaterThanOrEqual(11)
    await choose(player, 'from', '2')
    expect(ends()).toEqual([2, last])
    inside(player, '.phase').click()
    await until('it is the phase again', () => ends()[0] === first)
  })

  test('moves the other end along, so that no passage runs backwards', async () => {
    const player = await openSection()
    await choose(player, 'to', '3')
    expect(selectOf(player, '[data-choice="from"]').value).toBe('3')
  })

  test.each([
    ['light', 'en'],
    ['dark', 'es'],
  ] as const)('has nothing that axe complains about, %s, in %s', async (theme, language) => {
    document.documentElement.dataset['theme'] = theme
    const player = await openSection()
    player.lab.language = language
    const words = language === 'es' ? 'Descargar' : 'Download'
    await until('the language is there', () => inside(player, '.main').textContent.includes(words))
    await choose(player, 'form', 'gif')
    const { violations } = await axe.run(section(player), { resultTypes: ['violations'] })
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
    expect(selectOf(player, '[data-choice="theme"]').value).toBe(theme)
  })

  test.each([
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
  ])('as %s is a picture that the browser draws', async (form, type) => {
    const player = await openSection()
    const { name, blob } = await make(player, form)
    expect(blob.type).toBe(type)
    expect(name).toMatch(new RegExp(`\\.tour\\.\\d+-\\d+\\.en\\.${form}$`))
    const image = new Image()
    image.src = `data:${type};base64,${(new Uint8Array(await blob.arrayBuffer()) as Uint8Array & { toBase64: () => string }).toBase64()}`
    await image.decode()
    expect(image.naturalWidth).toBeGreaterThanOrEqual(800)
  })

  test('as GIF has every frame, as the browser decodes it, and its captions the same times', async () => {
    const player = await openSection()
    await shorten(player)
    const { blob } = await make(player, 'gif')
    const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: 'image/gif' })
    await decoder.tracks.ready
    await decoder.completed
    const track = decoder.tracks.selectedTrack
    expect(track?.frameCount).toBe(9)
    expect(track?.repetitionCount).toBe(Number.POSITIVE_INFINITY)
    let time = 0
    for (let frameIndex = 0; frameIndex < 9; frameIndex += 1) {
      const { image } = await decoder.decode({ frameIndex })
      time += (image.duration ?? 0) / 1_000
      expect(image.displayWidth).toBe(800)
      image.close()
    }
    vi.restoreAllMocks()
    const captions = await (await make(player, 'vtt')).blob.text()
    const [, minutes, seconds] = /--> 00:(\d\d):([\d.]+)\n[^-]*$/.exec(captions) ?? []
    expect(Number(minutes) * 60_000 + Number(seconds) * 1_000).toBeCloseTo(time)
  })

  test('as WebM is a video that lasts as long, and whose captions the browser reads', async () => {
    const player = await openSection()
    await shorten(player)
    const { blob } = await make(player, 'webm')
    vi.restoreAllMocks()
    const captions = (await make(player, 'vtt')).blob
    vi.restoreAllMocks()
    const video = document.createElement('video')
    const track = document.createElement('track')
    track.kind = 'captions'
    track.src = URL.createObjectURL(captions)
    video.append(track)
    video.src = URL.createObjectURL(blob)
    document.body.append(video)
    track.track.mode = 'showing'
    await until('both are read', () => video.readyState > 1 && track.readyState === 2)
    const cues = [...(track.track.cues ?? [])]
    expect(cues).toHaveLength(2)
    expect(Math.abs(video.duration - (cues.at(-1)?.endTime ?? 0))).toBeLessThan(0.05)
    expect(video.videoWidth).toBe(800)
  })

  test('has the sentence of each message', async () => {
    const player = await openSection('11', { openRun: handing(wholeTour()) })
    const { blob } = await make(player, 'alt')
    for (const line of (await blob.text()).trimEnd().split('\n').slice(2))
      expect(line).toMatch(/^\d+\. [^:]+: .{15,}$/)
  })

  test('is stopped when that is wanted, and says so', async () => {
    const saved = catchSaved()
    const player = await openSection()
    await choose(player, 'form', 'gif')
    inside(player, '.main').click()
    await until('it has begun', () => section(player).shadowRoot?.querySelector('.stop') != null)
    inside(player, '.stop').click()
    await until('it is said', () => told(player).startsWith('Stopped.'))
    expect(saved).toEqual([])
  })

  test('too long says how long it may be, and offers no download', async () => {
    const player = await openSection('11', { openRun: handing(wholeTour()) })
    await choose(player, 'from', '1')
    await choose(player, 'to', '74')
    await choose(player, 'form', 'gif')
    expect(inside(player, '.problem').textContent).toContain('at most 48 messages')
    expect(section(player).shadowRoot?.querySelector('.main')).toBeNull()
  })

  test('that cannot be drawn is told', async () => {
    const player = await openSection()
    await shorten(player)
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('No memory.'))
    await choose(player, 'form', 'gif')
    inside(player, '.main').click()
    await until('it is said', () => told(player).includes('No memory.'))
    expect(told(player)).toMatch(/^It could not be made\./)
  })

  test('is chosen and made by the keyboard alone', async () => {
    const saved = catchSaved()
    const player = await openSection()
    inside(player, '[data-choice="form"]').focus()
    inside(player, '.main').focus()
    await userEvent.keyboard('{Enter}')
    await until('it is saved', () => saved.length === 1)
    expect(find(player.lab, 'lab-share', 'dialog').hasAttribute('open')).toBe(true)
  })
})
