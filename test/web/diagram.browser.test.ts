import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { find, handing, openPlayer, until, type Player } from './player.ts'
import { made } from '../support/texts.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const steps = ({ lab }: Player): readonly SVGGElement[] => [
  ...(find(lab, 'lab-diagram').shadowRoot?.querySelectorAll<SVGGElement>('.step') ?? []),
]
const classed = (player: Player, name: string): readonly number[] =>
  steps(player)
    .filter((step) => step.classList.contains(name))
    .map((step) => Number(step.dataset['step']))
/** Numbers of the arrows that lie under an overlay. */
const under = ({ lab }: Player, overlay: string): readonly number[] => {
  const shadow = find(lab, 'lab-diagram').shadowRoot
  const { top, bottom } = shadow?.querySelector(overlay)?.getBoundingClientRect() ?? new DOMRect()
  return [...(shadow?.querySelectorAll<SVGGElement>('.step') ?? [])].flatMap((step) => {
    const line = step.querySelector('.wire')?.getBoundingClientRect()
    return line !== undefined && line.top > top && line.bottom < bottom
      ? [Number(step.dataset['step'])]
      : []
  })
}
const at = (player: Player, n: number) =>
  until(`message ${n} is shown`, () => player.cursor() === n)

describe('the picture', () => {
  test('has every message, sent or planned, in order', async () => {
    const player = await openPlayer()
    await player.drawn()
    expect(steps(player).map((step) => step.dataset['step'])).toEqual(
      fixtureTrace().messages.map(({ n }) => String(n)),
    )
    expect(classed(player, 'is-planned')).toHaveLength(27)
  })

  test('tells past, current, future and planned apart', async () => {
    const player = await openPlayer({ step: '4' })
    await at(player, 4)
    await player.drawn()
    await until('it is painted', () => classed(player, 'is-current').length === 1)
    expect(classed(player, 'is-current')).toEqual([4])
    expect(under(player, '.ahead')).toEqual([5, 6])
    expect(classed(player, 'is-planned')).toHaveLength(21)
  })

  test('is drawn once: stepping through a lesson keeps the very same nodes', async () => {
    const player = await openPlayer()
    await player.drawn()
    const [before] = steps(player)
    for (let n = 1; n <= 12; n += 1) await userEvent.keyboard('{ArrowRight}')
    await at(player, 12)
    expect(steps(player)[0]).toBe(before)
  })

  test('an arrow that is pressed is shown, even one that is only planned', async () => {
    const player = await openPlayer()
    await player.drawn()
    steps(player)[10]
      ?.querySelector('.wire')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await at(player, 11)
  })

  test('the current arrow shows the secrets that it carries', async () => {
    const player = await openPlayer({ step: '11' })
    await at(player, 11)
    await player.drawn()
    const chips = () =>
      [
        ...(find(player.lab, 'lab-diagram').shadowRoot?.querySelectorAll('.chips lab-chip') ?? []),
      ].map((chip) => chip.shadowRoot?.textContent?.trim().split(',')[0])
    await until('the chips are there', () => chips().length === 2)
    expect(chips()).toEqual(['JWT-1', 'RT-1'])
  })

  test('following a secret dims what does not carry it', async () => {
    const player = await openPlayer({ step: '11' })
    await at(player, 11)
    await player.drawn()
    player.lab.dispatchEvent(new CustomEvent('lab-follow', { detail: 'code-1' }))
    await until('it is followed', () => classed(player, 'carries').length > 0)
    expect(classed(player, 'carries')).toEqual([8, 9, 10])
    await userEvent.keyboard('{Escape}')
    await until('it is not followed', () => classed(player, 'carries').length === 0)
  })

  test('the arrows of the Hacker are told by more than their colour', async () => {
    const player = await openPlayer()
    await player.drawn()
    expect(classed(player, 'is-attack')).toEqual([22, 23, 27])
    const line = find(player.lab, 'lab-diagram', '.lifeline.is-hacker')
    expect(getComputedStyle(line).strokeDasharray).not.toBe('none')
  })
})

describe('hostile text', () => {
  const nasty = [
    '<img src=x onerror="window.pwned=1">',
    '<script>window.pwned=1</script>',
    '"><svg onload=window.pwned=1>',
    '%%{init:{"securityLevel":"loose"}}%%',
    'end; Browser->>Store: forged',
    '${window.pwned=1} {{window.pwned=1}}',
    'javascript:window.pwned=1',
    '#35;#60;b#62;',
  ]
  const poison =
    (text: string) =>
    (message: Message): Message => ({
      ...message,
      label: text,
      cookies: message.cookies.map((cookie) => ({ ...cookie, name: text, reason: made(text) })),
      changes: message.changes.map((change) => ({ ...change, key: text, after: { [text]: text } })),
      http:
        message.http === null
          ? null
          : {
              ...message.http,
              url: `https://store.example.com/${text}`,
              headers: [
                [text, text],
                ['content-type', 'text/html'],
              ],
              body: text,
            },
    })

  test.each(nasty)('%s stays text', { timeout: 30_000 }, async (text) => {
    const plain = fixtureTrace()
    const trace: Trace = { ...plain, messages: plain.messages.map(poison(text)) }
    const player = await openPlayer({ openRun: handing(fixtureRun(trace)), step: '17' })
    await at(player, 17)
    await player.drawn()
    for (const tab of ['message', 'cookies', 'state', 'screen']) {
      find(player.lab, 'lab-inspector', `#tab-${tab}`).click()
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect('pwned' in window).toBe(false)
    expect(steps(player)).toHaveLength(27)
    const label = [...(steps(player)[16]?.querySelectorAll('.wording') ?? [])]
      .map((line) => line.textContent)
      .join('')
    expect(text.replaceAll(' ', '')).toContain(label.replaceAll(' ', '').replace(/…$/, ''))
    const shadows = [player.lab, find(player.lab, 'lab-story'), find(player.lab, 'lab-list')]
    for (const { shadowRoot } of shadows)
      expect(shadowRoot?.querySelector('img, script, [onload], [onerror]')).toBeNull()
  })
})
