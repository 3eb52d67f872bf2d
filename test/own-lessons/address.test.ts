import { describe, expect, test } from 'vitest'
import type { OwnLesson } from '../../scenarios/model/own-lesson.ts'
import { runKeyOf } from '../../web/app/kept-run.ts'
import type { LabCommand } from '../../web/app/command.ts'
import { reduce } from '../../web/app/reduce.ts'
import { initialState, type LabState } from '../../web/app/state.ts'
import type { PlayedLesson } from '../../web/player/lesson-telling.ts'
import { ownLessonLink, workflowLink } from '../../web/router/links.ts'
import { read } from '../../web/router/read.ts'
import { write } from '../../web/router/write.ts'
import { lessonIn, textOfExample } from './support/examples.ts'

const address = (text: string): URL => new URL(text, 'https://lab.example/')
const source = 'lessons/acme.yaml'
const here = `?lesson-src=${source}`

const played = (of: OwnLesson): PlayedLesson => ({
  of,
  path: '',
  speech: () => {
    throw new Error('Nothing is said here.')
  },
  paint: () => undefined,
})

const acme = played(await lessonIn(textOfExample('acme.yaml')))
const forgedOrder = played(await lessonIn(textOfExample('forged-order.yaml')))

const after = (state: LabState, ...commands: readonly LabCommand[]): LabState =>
  commands.reduce(reduce, state)

const visit = (text: string): LabCommand => {
  const { route, unknown } = read(address(text))
  return { type: 'visit', route, unknown, damage: null, kept: null }
}

const blank = initialState({ language: 'en', theme: 'light', shortcutsOn: true })
const showing = after(
  blank,
  visit(here),
  { type: 'run-changed', run: { kind: 'opening' } },
  { type: 'lesson-read', own: acme },
)

describe('an address with an own lesson', () => {
  test('asks for a run', () => {
    expect(read(address(here)).route).toMatchObject({ view: 'play', lessonSource: source })
  })

  test('asks for no lesson of the catalogue besides', () => {
    const { route, unknown } = read(address(`${here}&lesson=outage`))
    expect(route.lesson).toBe('')
    expect(unknown).toEqual([])
  })

  test('may ask for any language', () => {
    const { route, unknown } = read(address(`${here}&lang=de`))
    expect(route.language).toBe('de')
    expect(unknown).toEqual([])
  })

  test('is written without the workflow that the lesson is of', () => {
    const base = address(here)
    const { href } = write({ ...showing.route, step: 'login.token-request' }, base)
    expect(href).toBe(`https://lab.example/${here}#step=login.token-request`)
  })

  test('is the link to it', () => {
    expect(ownLessonLink(source)).toBe(here)
  })

  test('is left by the link to a workflow', () => {
    expect(workflowLink('webapp/x', `${here}&lang=es`)).toBe('?lang=es&workflow=webapp/x')
  })

  test('has what a tab keeps of it for itself', () => {
    const { route } = read(address(here))
    expect(runKeyOf(route)).not.toBe(runKeyOf({ ...route, lessonSource: 'lessons/x.yaml' }))
    expect(runKeyOf(showing.route)).toBe(runKeyOf(route))
  })
})

describe('a lesson that was read', () => {
  test('opens no run anew, though it tells of another workflow', () => {
    expect(showing.route.workflow).toBe(acme.of.workflow)
    expect(showing.own).toBe(acme)
    expect(after(showing, { type: 'lesson-read', own: acme }).opening).toBe(showing.opening)
  })

  test.each<[string, LabCommand]>([
    ['when it is asked for again', { type: 'reopen' }],
    ['with a switch', { type: 'play-defences', lesson: 'own', defences: { secure: false } }],
    ['for another lesson', visit('?lesson-src=lessons/x.yaml')],
  ])('is read again %s', (_, command) => {
    const next = after(showing, command)
    expect(next.opening).toBe(showing.opening + 1)
    expect(next.own).toBeNull()
    expect(next.route.lessonSource).not.toBe('')
  })

  test.each<[string, LabCommand]>([
    ['an attack', { type: 'play-defences', lesson: 'attack-csrf', defences: {} }],
    ['a workflow', visit('?workflow=webapp/oauth-authorization-code-grant-sessions')],
    [
      'a recording',
      {
        type: 'play-recording',
        recorded: { workflow: 'x', lesson: '', seed: '', profile: '', defences: {} },
        source: { kind: 'page' },
      },
    ],
  ])('is left for %s', (_, command) => {
    const next = after(showing, command)
    expect(next.own).toBeNull()
    expect(next.route.lessonSource).toBe('')
  })

  test('asks its questions from the beginning', () => {
    expect(showing.predicting).toBe(false)
    expect(after(showing, { type: 'lesson-read', own: forgedOrder }).predicting).toBe(true)
  })
})
