import { lessons, workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import { attackNear, attackOf } from './attack-lesson.ts'
import { layerOf, layers } from './layers.ts'
import { questions } from '../player/questions.ts'
import { speeds } from '../player/speeds.ts'
import { languages } from '../i18n/languages.ts'
import { readDefenceSettings } from './defence-settings.ts'
import type { Route, View } from './route.ts'

/** A value in an address that means nothing here, and those that would. */
export interface UnknownParameter {
  readonly name: string
  readonly value: string
  readonly known: readonly string[]
}

/** What an address asks for, as far as it can be done. */
export interface LinkOptions {
  readonly route: Route
  /** What cannot be done; it is told, and everything else is done all the same. */
  readonly unknown: readonly UnknownParameter[]
}

/** The workflow of an address that names none. */
const firstWorkflow = workflows[0]?.slug ?? ''

const off: ReadonlySet<string> = new Set(['0', 'false', 'off', 'no'])

/** A secret's short name; anything longer or otherwise built could be a value, and is not taken. */
export const secretName = (text: string | null): string | null =>
  text !== null && /^[a-z]{2,8}-\d{1,3}$/i.test(text) ? text : null

/** What parameters may say, made only for one that says something: an address is read at every step. */
const knownValues: Readonly<Record<string, (query: URLSearchParams) => readonly string[] | null>> =
  {
    profile: () => ['fidelity', 'hardened'],
    /** An own lesson may be in any language. */
    lang: (query) => (query.get('lesson-src') ? null : languages.map(({ tag }) => tag)),
    theme: () => ['light', 'dark'],
    speed: () => speeds.map(String),
    ask: () => questions,
    run: () => ['page'],
    /** null where the workflow is unknown, which is told first, and where an own lesson is played. */
    lesson: (query) => {
      if (query.get('lesson-src')) return null
      const workflow = workflowBySlug(query.get('workflow') || firstWorkflow)
      if (workflow === undefined) return null
      const names = lessons(workflow).map(({ name }) => name)
      return [...names, ...attackNear(query.get('lesson') ?? '')]
    },
  }

const isKnown = (name: string, value: string, values: readonly string[]): boolean => {
  if (name === 'lang') return values.includes(value.toLowerCase().split('-', 1)[0] ?? '')
  // An attack is a lesson of its own; they are many, and only the nearest is listed.
  return values.includes(value) || (name === 'lesson' && attackOf(value) !== null)
}

/** The parameters of an address that mean nothing here. */
const unknownIn = (query: URLSearchParams, place: URLSearchParams): UnknownParameter[] => {
  const unknown: UnknownParameter[] = []
  const layer = place.get('layer')
  if (layer !== null && !layers.some((name) => name === layer))
    unknown.push({ name: 'layer', value: layer, known: layers })
  for (const [name, knownOf] of Object.entries(knownValues)) {
    const value = query.get(name) ?? ''
    const known = value === '' ? null : knownOf(query)
    if (known !== null && !isKnown(name, value, known)) unknown.push({ name, value, known })
  }
  return unknown
}

/** What an address shows: a page without a run when it asks for none. */
const viewOf = (query: URLSearchParams, place: URLSearchParams): View => {
  if (query.has('choose')) return 'choose'
  if (query.has('matrix')) return 'matrix'
  if (query.has('clients')) return 'clients'
  if (query.has('compare')) return 'compare'
  const asksForRun =
    ['workflow', 'lesson', 'lesson-src'].some((name) => query.get(name)) ||
    ['step', 'run'].some((name) => place.get(name))
  return asksForRun ? 'play' : 'start'
}

/** What an address shows that tells nothing. */
export const emptyRoute: Route = {
  view: 'start',
  workflow: firstWorkflow,
  lesson: '',
  lessonSource: '',
  seed: '',
  profile: '',
  defences: {},
  ask: '',
  compare: '',
  asks: '',
  cell: '',
  step: null,
  follow: null,
  layer: 'message',
  sharedRun: '',
  language: null,
  theme: null,
  speed: null,
  autoplay: false,
  inPage: false,
}

/** What an address says of the run that it asks for, word for word. */
const runIn = (query: URLSearchParams, place: URLSearchParams) => ({
  workflow: query.get('workflow') || emptyRoute.workflow,
  lesson: query.get('lesson-src') ? '' : (query.get('lesson') ?? ''),
  lessonSource: query.get('lesson-src') ?? '',
  seed: query.get('seed') ?? '',
  profile: query.get('profile') ?? '',
  defences: readDefenceSettings(query.getAll('defence').join(',')),
  step: place.get('step') || null,
  layer: layerOf(place.get('layer')),
})

/**
 * The run that an address asks for, in whatever view and with what is unknown in it: the player in a
 * frame refuses it, and so tells whoever wrote it.
 */
export const readRun = ({ searchParams, hash }: URL): ReturnType<typeof runIn> =>
  runIn(searchParams, new URLSearchParams(hash.slice(1)))

/** Reads an address; `write` is the way back. */
export const read = ({ searchParams: query, hash }: URL): LinkOptions => {
  const place = new URLSearchParams(hash.slice(1))
  const unknown = unknownIn(query, place)
  const named = (name: string): string | null =>
    unknown.some((one) => one.name === name) ? null : query.get(name) || null
  const view = viewOf(query, place)
  const visit: Route = {
    ...emptyRoute,
    view,
    language: named('lang'),
    theme: named('theme'),
    speed: named('speed'),
    autoplay: query.has('autoplay') && !off.has(query.get('autoplay') ?? ''),
    inPage: query.get('run') === 'page',
  }
  if (view === 'start' || view === 'clients') return { route: visit, unknown }
  if (view === 'choose') return { route: { ...visit, asks: query.get('choose') ?? '' }, unknown }
  if (view === 'matrix') {
    const asks = query.get('matrix') ?? ''
    return { route: { ...visit, asks, cell: place.get('cell') ?? '' }, unknown }
  }
  const route: Route = {
    ...visit,
    ...runIn(query, place),
    lesson: query.get('lesson-src') ? '' : (named('lesson') ?? ''),
    seed: named('seed') ?? '',
    profile: named('profile') ?? '',
    ask: named('ask') ?? '',
    compare: query.get('compare') ?? '',
    follow: secretName(place.get('follow')),
    sharedRun: place.get('run') ?? '',
  }
  return { route, unknown }
}
