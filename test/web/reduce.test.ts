import { describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabCommand } from '../../web/app/command.ts'
import type { KeptRun } from '../../web/app/kept-run.ts'
import { reduce } from '../../web/app/reduce.ts'
import { initialState, type LabState } from '../../web/app/state.ts'
import { read } from '../../web/router/read.ts'
import type { UnknownRun } from '../../web/player/run-link/open.ts'

const slug = workflows[0]?.slug ?? ''
const blank = initialState({ language: 'en', theme: 'light', shortcutsOn: true })

const after = (state: LabState, ...commands: readonly LabCommand[]): LabState =>
  commands.reduce(reduce, state)

const visit = (text: string, damage: UnknownRun | null = null): LabCommand => {
  const { route, unknown } = read(new URL(text, 'https://lab.example/'))
  return { type: 'visit', route, unknown, damage, kept: null }
}

/** A lab that shows the run of this address. */
const showing = (text: string): LabState =>
  after(blank, visit(text), { type: 'run-changed', run: { kind: 'opening' } })

const here = `?workflow=${slug}`
const openings = (state: LabState, ...commands: readonly LabCommand[]): number =>
  after(state, ...commands).opening - state.opening

describe('a run begins anew', () => {
  test.each<[string, LabCommand]>([
    ['with another workflow', visit(`?workflow=${workflows[1]?.slug}`)],
    ['with another lesson', visit(`${here}&lesson=outage`)],
    ['with another seed', visit(`${here}&seed=7`)],
    ['with a defence', visit(`${here}&defence=secure=false`)],
    ['with a question that it is to answer', visit(`${here}&ask=stolen`)],
    ['with the run that a link tells of', visit(`${here}#run=1~open-store`)],
    ['when a page without a run takes its place', visit('?choose')],
    ['in another profile', { type: 'set-profile', profile: 'hardened' }],
    ['with the defences as they are', { type: 'play-defences', lesson: '', defences: {} }],
    ['by an attribute', { type: 'configure', options: { lesson: 'outage' } }],
    ['on a new way to open it', { type: 'configure', options: { source: { kind: 'anywhere' } } }],
    ['when it is asked for again', { type: 'reopen' }],
  ])('%s', (_how, command) => {
    const state = after(showing(here), {
      type: 'configure',
      options: { source: { kind: 'page' } },
    })
    expect(openings(state, command)).toBe(1)
  })

  test('once, however often one is told the same', () => {
    const options = { lesson: 'outage', defences: { secure: false } }
    const told: LabCommand = { type: 'configure', options }
    expect(openings(showing(here), told, told)).toBe(1)
  })
})

describe('a run stays as it is', () => {
  test.each<[string, LabCommand]>([
    ['at another of its messages', visit(`${here}#step=2`)],
    ['beside another workflow', visit(`${here}&compare=${workflows[1]?.slug}`)],
    ['when the comparison opens', { type: 'compare', other: slug }],
    ['in other colours', { type: 'set-theme', theme: 'dark' }],
    ['in another language', visit(`${here}&lang=es`)],
    ['when a message is shown', { type: 'message-shown', step: 'login.token-request' }],
    ['when a secret is followed', { type: 'follow', name: 'sid-1' }],
    ['in FusionAuth’s defaults', { type: 'set-profile', profile: 'fidelity' }],
  ])('%s', (_how, command) => {
    expect(openings(showing(here), command)).toBe(0)
  })

  test('when a link tells of a run that is damaged, and that is told', () => {
    const damage: UnknownRun = { run: { kind: 'too-long' } }
    const state = showing(here)
    const told = after(state, visit(`${here}#run=9~x`, damage))
    expect(told.opening).toBe(state.opening)
    expect(told.unknown).toEqual([damage])
  })
})

/** What a saved trace says of its run. */
const recorded = { workflow: slug, lesson: 'outage', seed: '', profile: 'hardened', defences: {} }

describe('an address that was left', () => {
  test.each<LabCommand>([
    { type: 'send', event: { type: 'learner.open', app: 'Store' } },
    { type: 'switch-branch', branch: 'b2' },
    { type: 'set-profile', profile: 'hardened' },
    { type: 'play-defences', lesson: 'outage', defences: {} },
    { type: 'play-recording', recorded, source: { kind: 'page' } },
  ])('does not tell of its run any more: $type', (command) => {
    const shared = showing(`${here}#run=1~open-store`)
    expect(after(shared, command).route.sharedRun).toBe('')
  })

  test('tells of a file that is played what the file is of, and nothing of the run before', () => {
    const attacked = showing(`${here}&lesson=attack-csrf&defence=same-site=lax&ask=stolen`)
    const { route } = after(attacked, {
      type: 'play-recording',
      recorded,
      source: { kind: 'page' },
    })
    expect(route).toMatchObject({ ...recorded, view: 'play', ask: '', step: null })
  })

  test('tells no message that is not shown yet', () => {
    const { route, startAt } = after(showing(here), { type: 'configure', options: { step: '7' } })
    expect([route.step, startAt]).toEqual([null, '7'])
  })

  test('still tells of it while the learner only looks', () => {
    const shared = showing(`${here}#run=1~open-store`)
    expect(after(shared, { type: 'seek', to: 3 }).route.sharedRun).toBe('1~open-store')
  })
})

describe('what a tab has kept of a run', () => {
  const kept: KeptRun = {
    run: 'any',
    history: null,
    at: 3,
    step: null,
    names: { b2: 'Typo' },
    answers: { 'b2:x': true },
    predicting: true,
    dialog: 'share',
  }
  const restored = after(blank, { ...visit(here), kept } as LabCommand)

  test('is there with its run', () => {
    const { names, answers, predicting, dialog } = kept
    expect(restored).toMatchObject({ kept, names, answers, predicting, dialog })
  })

  test('is still there when the run is asked for again', () => {
    expect(after(restored, { type: 'reopen' })).toMatchObject({ kept, names: kept.names })
  })

  test.each<[string, LabCommand]>([
    ['another run is visited', visit(`${here}&lesson=outage`)],
    ['the same begins anew', { type: 'play-defences', lesson: '', defences: {} }],
    ['FusionAuth is set in another way', { type: 'set-profile', profile: 'hardened' }],
  ])('is gone when %s', (_how, command) => {
    const shown = after(restored, { type: 'run-changed', run: { kind: 'opening' } }, command)
    expect(shown).toMatchObject({ kept: null, names: {}, answers: {}, dialog: null })
  })

  test('has the names that were given since, and none that was taken away', () => {
    const name = (branch: string, text: string): LabCommand => ({
      type: 'name-branch',
      branch,
      name: text,
    })
    expect(after(restored, name('b3', ' Later '), name('b2', '')).names).toEqual({ b3: 'Later' })
  })

  test('has what has opened over the page last', () => {
    const dialog = (name: 'clock' | 'menu', isOpen: boolean): LabCommand => ({
      type: 'dialog-changed',
      dialog: name,
      isOpen,
    })
    const open = after(blank, dialog('clock', true), dialog('menu', true), dialog('clock', false))
    expect(open.dialog).toBe('menu')
    expect(after(open, dialog('menu', false)).dialog).toBeNull()
    expect(after(blank, { type: 'tour', on: true }).dialog).toBe('tour')
    expect(after(blank, { type: 'tour', on: true }, { type: 'leave' }).dialog).toBeNull()
  })
})

describe('an address', () => {
  test('is the state again: what one shows, the other tells', () => {
    const { route } = after(
      showing(here),
      { type: 'set-profile', profile: 'hardened' },
      { type: 'message-shown', step: 'login.token-request' },
      { type: 'set-layer', layer: 'cookies' },
      { type: 'follow', name: 'sid-1' },
      { type: 'compare', other: 'branch:b2' },
    )
    expect(route).toEqual(
      read(
        new URL(
          `https://lab.example/${here}&profile=hardened&compare=branch:b2#step=login.token-request&layer=cookies&follow=sid-1`,
        ),
      ).route,
    )
  })

  test('without a speed or a language leaves both as they are', () => {
    const state = after(showing(`${here}&speed=2&lang=es`), visit(here))
    expect(state).toMatchObject({ speed: 2, language: 'es' })
  })
})

describe('leaving', () => {
  const following = after(showing(here), { type: 'follow', name: 'sid-1' })
  const comparing = after(following, { type: 'compare', other: '' })
  const touring = after(comparing, { type: 'tour', on: true })

  test('ends the tour, then the comparison, then what is followed', () => {
    const leave: LabCommand = { type: 'leave' }
    expect(after(touring, leave)).toMatchObject({ touring: false, route: { view: 'compare' } })
    expect(after(touring, leave, leave).route).toMatchObject({ view: 'play', follow: 'sid-1' })
    expect(after(touring, leave, leave, leave).route.follow).toBeNull()
  })
})

test('a command that changes nothing gives the same state, so that nothing is drawn again', () => {
  const state = showing(here)
  const commands: readonly LabCommand[] = [
    { type: 'configure', options: { workflow: slug, layout: 'page' } },
    { type: 'follow', name: null },
    { type: 'set-layer', layer: 'message' },
    { type: 'notify', notice: null },
    { type: 'control', control: 'toggle' },
  ]
  expect(after(state, ...commands)).toBe(state)
})
