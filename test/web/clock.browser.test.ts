import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { LabClock } from '../../web/features/clock/lab-clock.ts'
import type { OpenRun } from '../../web/player/run/status.ts'
import { find, openHere, openPlayer, type Player, until } from './player.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const patience = { timeout: 60_000 }

interface Timed extends Player {
  readonly sent: readonly LabEvent[]
  readonly clock: () => LabClock
  readonly slider: () => HTMLInputElement
  readonly time: () => string
}

/** A player at a message, with the clock open. */
const openClock = async (step: string): Promise<Timed> => {
  const sent: LabEvent[] = []
  const openRun: OpenRun = async (...given) => {
    const opened = await openHere(...given)
    const send = opened.run.send.bind(opened.run)
    opened.run.send = (event, options) => {
      sent.push(event)
      return send(event, options)
    }
    return opened
  }
  const player = await openPlayer({ openRun, step })
  await until('the message is shown', () => player.cursor() > 0)
  find(player.lab, 'lab-controls', '.clock').click()
  const clock = (): LabClock => find(player.lab, 'lab-controls', 'lab-clock') as LabClock
  await until(
    'the clock is open',
    () => find(player.lab, 'lab-controls').shadowRoot?.querySelector('lab-clock') != null,
  )
  await clock().updateComplete
  sent.length = 0
  return {
    ...player,
    sent,
    clock,
    slider: () => find(clock(), 'input') as HTMLInputElement,
    time: () => find(clock(), 'time').textContent ?? '',
  }
}

const rows = ({ clock }: Timed): readonly string[] =>
  [...(clock().shadowRoot?.querySelectorAll('.life') ?? [])].map((row) =>
    (row.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  )

/** Presses the slider's knob, moves it to a share of the line, and lets go unless told otherwise. */
const drag = async (timed: Timed, share: number, letGo = true): Promise<void> => {
  const input = timed.slider()
  input.value = String(Math.round(Number(input.max) * share))
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await timed.clock().updateComplete
  if (letGo) input.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('the protocol clock', () => {
  test('shows each session and token with its owner and what is left', patience, async () => {
    const timed = await openClock('load-cart.cart-response')
    expect(rows(timed)).toEqual([
      'Session at the Store the user’s 30 min left, until 09:30:00',
      'Refresh token for the Store the user’s 30 d left, until 09:00:00 (day 31)',
      'Single sign-on session at FusionAuth the user’s 1 h left, until 10:00:00',
    ])
  })

  test('dragging shows what will be over and does nothing yet', patience, async () => {
    const timed = await openClock('load-cart.cart-response')
    await drag(timed, 0.4, false)
    expect(timed.sent).toEqual([])
    expect(rows(timed)[0]).toContain('over by then')
    expect(timed.slider().getAttribute('aria-valuetext')).toMatch(
      /later, .* Over by then: sid-1, Session at the Store\./,
    )
  })

  test('letting go moves time, and the session is struck', patience, async () => {
    const timed = await openClock('load-cart.cart-response')
    const before = timed.time()
    await drag(timed, 0.4)
    await until('time has moved', () => timed.time() !== before)
    expect(timed.sent).toEqual([{ type: 'clock.advance', seconds: expect.any(Number) }])
    await until('the session is over', () => rows(timed)[0]?.includes('over since') === true)
    expect(timed.clock().shadowRoot?.querySelector('.life.is-over')).not.toBeNull()
  })

  test(
    'the keyboard goes from end to end: just before, just after, Enter does it',
    patience,
    async () => {
      const timed = await openClock('load-cart.cart-response')
      timed.slider().focus()
      await userEvent.keyboard('{ArrowRight}')
      expect(timed.time()).toBe('09:29:59')
      expect(rows(timed)[0]).not.toContain('over by then')
      await userEvent.keyboard('{ArrowRight}')
      expect(timed.time()).toBe('09:30:01')
      expect(rows(timed)[0]).toContain('over by then')
      const at = timed.cursor()
      await userEvent.keyboard('{Escape}')
      expect(timed.time()).toBe('09:00:00')
      await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}')
      await until('it is sent', () => timed.sent.length === 1)
      expect(timed.sent[0]).toEqual({ type: 'clock.advance', seconds: 1801 })
      expect(timed.cursor()).toBe(at)
    },
  )

  test('in the past, moving time opens a branch', patience, async () => {
    const timed = await openClock('refresh.cart-response')
    timed.lab.dispatchEvent(new CustomEvent('lab-go', { detail: 'load-cart.cart-response' }))
    await until('it is earlier', () => timed.time() === '09:00:00')
    const branches = () => timed.clock().frame?.run.branches.length
    expect(branches()).toBe(1)
    await drag(timed, 0.9)
    await until('a branch is open', () => branches() === 2)
  })

  test('a thief’s own session is told apart in words', patience, async () => {
    const timed = await openClock('stolen-refresh-token.cart-response')
    const said = () => rows(timed).join('\n')
    // The last rows follow a frame later.
    await until('the thief’s session is there', () =>
      said().includes('Session at the Store the Hacker’s'),
    )
    expect(said()).toMatch(/Refresh token for the Store in two hands/)
  })

  test('in the middle of an exchange time stands still, and it says so', patience, async () => {
    const timed = await openClock('load-cart.cart-request')
    expect(timed.slider().disabled).toBe(true)
    expect(timed.clock().shadowRoot?.querySelector('.why')?.textContent).toContain(
      'In the middle of an exchange',
    )
  })
})
