import type { Profile } from '../scenarios/model/client.ts'
import { layerOf, type Layer } from './layers.ts'

/** What an address asks for: `?workflow=SLUG#step=ID&layer=NAME`. */
export interface DeepLink {
  /** null when the address names none. */
  readonly workflow: string | null
  /** A message's id, or its number; ids survive edits, so links are written with ids. */
  readonly step: string | null
  /** The run to make again (`web/run-link/`); null when the address tells of none. */
  readonly run: string | null
  /** Name of the secret to follow (`sid-1`), never a value; null when the address names none. */
  readonly follow: string | null
  /** The side from which the message is shown. */
  readonly layer: Layer
  readonly lesson: string | null
  readonly seed: string | null
  /** How FusionAuth is set: `?profile=hardened`; null when the address does not say. */
  readonly profile: string | null
  /** Switches, each as `NAME=VALUE` (`?defence=http-only=false`), parted by commas; '' for none. */
  readonly defences: string
  /** What the chooser was told so far (`?choose=spa.many`); null when it is not asked for. */
  readonly choose: string | null
  /** Of what the matrix is shown (`?matrix=csrf`); null when it is not asked for. */
  readonly matrix: string | null
  /** The cell of the matrix that is looked at; '' for none. */
  readonly cell: string
  /** What the run is compared with: a workflow's slug, or `branch:ID`; '' while none is chosen. */
  readonly compare: string | null
  /** `?lang=es`; null when the address does not say. */
  readonly language: string | null
  /** `?theme=dark`; null when the address does not say. */
  readonly theme: string | null
  /** `?speed=2`: 1 is normal; null when the address does not say. */
  readonly speed: string | null
  /** `?ask=stolen`: a question that the run answers by itself. */
  readonly ask: string | null
  /** `?autoplay`: plays when it is open. */
  readonly autoplay: boolean
  /** `?run=page`: run in this page, ask no server. */
  readonly inPage: boolean
}

const off: ReadonlySet<string> = new Set(['0', 'false', 'off', 'no'])

/** A secret's short name; anything longer or otherwise built could be a value, and is not taken. */
const nameOf = (text: string | null): string | null =>
  text !== null && /^[a-z]{2,8}-\d{1,3}$/i.test(text) ? text : null

/** Reads an address. */
export const readLink = (address: URL): DeepLink => {
  const { searchParams, hash } = address
  const place = new URLSearchParams(hash.slice(1))
  const named = (name: string): string | null => searchParams.get(name) || null
  return {
    workflow: named('workflow'),
    step: place.get('step') || null,
    run: place.get('run') || null,
    follow: nameOf(place.get('follow')),
    layer: layerOf(place.get('layer')),
    lesson: named('lesson'),
    seed: named('seed'),
    profile: named('profile'),
    defences: searchParams.getAll('defence').join(','),
    choose: searchParams.get('choose'),
    matrix: searchParams.get('matrix'),
    cell: place.get('cell') ?? '',
    compare: searchParams.get('compare'),
    language: named('lang'),
    theme: named('theme'),
    speed: named('speed'),
    ask: named('ask'),
    autoplay: searchParams.has('autoplay') && !off.has(searchParams.get('autoplay') ?? ''),
    inPage: searchParams.get('run') === 'page',
  }
}

const writeHash = (address: URL, name: string, value: string | null): URL => {
  const next = new URL(address)
  const place = new URLSearchParams(address.hash.slice(1))
  if (value === null) place.delete(name)
  else place.set(name, value)
  next.hash = [...place].map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join('&')
  return next
}

/** The address of a step; null leaves the step out. Everything else of the address stays. */
export const writeStep = (address: URL, step: string | null): URL =>
  writeHash(address, 'step', step)

/** The same address without the run that it tells of: what is shown has left it. */
export const withoutRun = (address: URL): URL => writeHash(address, 'run', null)

/** The same address with another layer of the inspector; the first one needs no word. */
export const writeLayer = (address: URL, layer: Layer): URL =>
  writeHash(address, 'layer', layer === 'message' ? null : layer)

/** The same address with another secret followed, by its name; null follows none. */
export const writeFollow = (address: URL, name: string | null): URL =>
  writeHash(address, 'follow', nameOf(name))

/** The same address with another cell of the matrix; '' for none. */
export const writeCell = (address: URL, cell: string): URL =>
  writeHash(address, 'cell', cell === '' ? null : cell)

/** The same address with another profile; FusionAuth's defaults need no word. */
export const writeProfile = (address: URL, profile: Profile): URL => {
  const next = new URL(address)
  if (profile === 'fidelity') next.searchParams.delete('profile')
  else next.searchParams.set('profile', profile)
  next.search = next.search.replaceAll('%2F', '/')
  return next
}

const write = (kept: URLSearchParams): string =>
  `?${kept
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%2C', ',')
    .replaceAll('%3D', '=')
    .replaceAll(/=(?=&|$)/g, '')}`

/** The same address with these switches, each as `NAME=VALUE`, parted by commas. */
export const writeDefences = (address: URL, defences: string): URL => {
  const next = new URL(address)
  next.searchParams.delete('defence')
  for (const one of defences.split(',')) if (one !== '') next.searchParams.append('defence', one)
  next.search = write(next.searchParams)
  return next
}

/**
 * The address of a workflow's lesson, from its beginning; its first lesson when none is named.
 * `compare` is what it stands beside.
 */
export const workflowLink = (
  slug: string,
  search: string,
  lesson = '',
  compare: string | null = null,
): string => {
  const kept = new URLSearchParams(search)
  kept.set('workflow', slug)
  for (const name of ['lesson', 'seed', 'ask', 'autoplay', 'compare', 'choose', 'matrix'])
    kept.delete(name)
  if (compare !== null && compare !== slug && !compare.startsWith('branch:'))
    kept.set('compare', compare)
  if (lesson === '') kept.delete('defence')
  else kept.set('lesson', lesson)
  return write(kept)
}

/** A page that needs no run. */
export type Page = 'start' | 'choose' | 'matrix'

/** The address of such a page, with what it is asked; languages and colours stay. */
export const viewLink = (view: Exclude<Page, 'start'>, search: string, asks = ''): string => {
  const asked = new URLSearchParams(search)
  const kept = new URLSearchParams({ [view]: asks })
  for (const name of ['lang', 'theme', 'run']) {
    const value = asked.get(name)
    if (value !== null) kept.set(name, value)
  }
  return write(kept)
}

/** The address at which a workflow answers a question by itself. */
export const questionLink = (slug: string, question: string, search: string): string => {
  const kept = new URLSearchParams(workflowLink(slug, search))
  kept.set('ask', question)
  return write(kept)
}
