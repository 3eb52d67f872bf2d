import { describe, expect, test } from 'vitest'
import { commandOf } from '../../web/app/keys.ts'
import { initialState, type LabState } from '../../web/app/state.ts'
import { fixtureRun } from '../support/fixture-run.ts'

const blank = initialState({ language: 'en', theme: 'light', shortcutsOn: true })

const playing: LabState = {
  ...blank,
  run: {
    kind: 'open',
    place: 'page',
    trouble: null,
    moved: null,
    playback: {
      run: fixtureRun().state,
      cursor: 0,
      playing: false,
      speed: 4,
      waiting: false,
      problem: null,
      cause: 'opened',
    },
  },
}
const comparing: LabState = { ...playing, route: { ...playing.route, view: 'compare' } }

describe('a key', () => {
  test('plays while a run is shown, and neither before nor beside another', () => {
    const action = { do: 'command', command: 'toggle' } as const
    expect(commandOf(playing, action)).toEqual({ type: 'control', control: 'toggle' })
    expect(commandOf(blank, action)).toBeNull()
    expect(commandOf(comparing, action)).toBeNull()
  })

  test('stays at the greatest speed there is', () => {
    expect(commandOf(playing, { do: 'faster' })).toEqual({ type: 'set-speed', speed: 4 })
    expect(commandOf(playing, { do: 'slower' })).toEqual({ type: 'set-speed', speed: 2 })
  })

  test('leaves only what there is to leave', () => {
    expect(commandOf(playing, { do: 'leave' })).toBeNull()
    expect(commandOf(comparing, { do: 'leave' })).toEqual({ type: 'leave' })
  })

  test('finds a value only where messages are shown', () => {
    const search = { type: 'open-dialog', dialog: 'search' }
    expect(commandOf(playing, { do: 'find' })).toEqual(search)
    expect(commandOf(comparing, { do: 'find' })).toBeNull()
    expect(commandOf(blank, { do: 'find' })).toBeNull()
  })
})
