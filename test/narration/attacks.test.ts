import { beforeAll, describe, expect, test } from 'vitest'
import { attacks } from '../../scenarios/attacks/index.ts'
import { attacks as stories } from '../../scenarios/narration/english-attacks.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import { attackPlays, type Play, patience, stoppedPlays } from './support/plays.ts'

let played: readonly Play[] = []
let stopped: readonly Play[] = []

beforeAll(async () => {
  played = await attackPlays()
  stopped = await stoppedPlays()
}, patience)

const silent = ({ name, trace }: Play): readonly string[] =>
  trace.messages
    .filter((message) => storyOf(message, trace) === '')
    .map(({ id, http }) => `${name}: ${id} ${http?.status ?? ''}`)

describe('every message of every attack has its sentence', () => {
  test('wherever an attack can be tried', () => {
    expect(played.length).toBeGreaterThan(300)
    expect(played.flatMap(silent)).toEqual([])
  })

  test('where it is stopped, too', () => {
    expect(stopped.length).toBeGreaterThan(200)
    expect(stopped.flatMap(silent)).toEqual([])
  })
})

test('every attack is told of by what it sets out to do', () => {
  expect(attacks.map(({ id }) => id).filter((id) => !Object.hasOwn(stories, id))).toEqual([])
})
