import { lessons, workflowBySlug } from '../scenarios/catalogue/index.ts'
import { attackNear, attackOf } from './attack-of.ts'
import type { DeepLink } from './deep-link.ts'
import { layers } from './layers.ts'
import { speeds } from './playback.ts'
import { questions } from './questions.ts'
import { languages } from './words/languages.ts'

/** A value in an address that means nothing here, and those that would. */
export interface Strange {
  readonly name: string
  readonly value: string
  readonly known: readonly string[]
}

/** What an address asks for, as far as it can be done. */
export interface Wishes {
  readonly link: DeepLink
  /** What cannot be done; it is told, and everything else is done all the same. */
  readonly strange: readonly Strange[]
}

const known = (link: DeepLink): Readonly<Record<string, readonly string[]>> => {
  const workflow = workflowBySlug(link.workflow ?? '')
  return {
    profile: ['fidelity', 'hardened'],
    lang: languages.map(([tag]) => tag),
    theme: ['light', 'dark'],
    speed: speeds.map(String),
    ask: questions,
    run: ['page'],
    ...(workflow !== undefined && {
      lesson: [...lessons(workflow).map(({ name }) => name), ...attackNear(link.lesson ?? '')],
    }),
  }
}

const isKnown = (name: string, value: string, values: readonly string[]): boolean => {
  if (name === 'lang') return values.includes(value.toLowerCase().split('-', 1)[0] ?? '')
  // An attack is a lesson of its own; they are many, and only the nearest is listed.
  return values.includes(value) || (name === 'lesson' && attackOf(value) !== null)
}

/** Leaves out of a link what means nothing here. */
export const wishesOf = (address: URL, link: DeepLink): Wishes => {
  const place = new URLSearchParams(address.hash.slice(1))
  const strange: Strange[] = []
  const layer = place.get('layer')
  if (layer !== null && !layers.some((name) => name === layer))
    strange.push({ name: 'layer', value: layer, known: layers })
  for (const [name, values] of Object.entries(known(link))) {
    const value = address.searchParams.get(name) ?? ''
    if (value !== '' && !isKnown(name, value, values)) strange.push({ name, value, known: values })
  }
  const isStrange = (name: string): boolean => strange.some((found) => found.name === name)
  return {
    strange,
    link: {
      ...link,
      profile: isStrange('profile') ? null : link.profile,
      language: isStrange('lang') ? null : link.language,
      theme: isStrange('theme') ? null : link.theme,
      speed: isStrange('speed') ? null : link.speed,
      ask: isStrange('ask') ? null : link.ask,
      lesson: isStrange('lesson') ? null : link.lesson,
    },
  }
}
