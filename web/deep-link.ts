import type { Profile } from '../scenarios/vocabulary.ts'
import { layerOf, type Layer } from './layers.ts'

/** What an address asks for: `?workflow=SLUG#step=ID&layer=NAME`. */
export interface DeepLink {
  /** null when the address names none. */
  readonly workflow: string | null
  /** A message's id, or its number; ids survive edits, so links are written with ids. */
  readonly step: string | null
  /** The side from which the message is shown. */
  readonly layer: Layer
  readonly lesson: string | null
  readonly seed: string | null
  /** How FusionAuth is set: `?profile=hardened`; null when the address does not say. */
  readonly profile: string | null
  /** `?lang=es`; null when the address does not say. */
  readonly language: string | null
  /** `?run=page`: run in this page, ask no server. */
  readonly inPage: boolean
}

/** Reads an address. */
export const readLink = (address: URL): DeepLink => {
  const { searchParams, hash } = address
  const place = new URLSearchParams(hash.slice(1))
  const named = (name: string): string | null => searchParams.get(name) || null
  return {
    workflow: named('workflow'),
    step: place.get('step') || null,
    layer: layerOf(place.get('layer')),
    lesson: named('lesson'),
    seed: named('seed'),
    profile: named('profile'),
    language: named('lang'),
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

/** The same address with another layer of the inspector; the first one needs no word. */
export const writeLayer = (address: URL, layer: Layer): URL =>
  writeHash(address, 'layer', layer === 'message' ? null : layer)

/** The same address with another profile; FusionAuth's defaults need no word. */
export const writeProfile = (address: URL, profile: Profile): URL => {
  const next = new URL(address)
  if (profile === 'fidelity') next.searchParams.delete('profile')
  else next.searchParams.set('profile', profile)
  next.search = next.search.replaceAll('%2F', '/')
  return next
}

/** The address of another workflow, from its beginning. */
export const workflowLink = (slug: string, search: string): string => {
  const kept = new URLSearchParams(search)
  kept.set('workflow', slug)
  for (const name of ['lesson', 'seed']) kept.delete(name)
  return `?${kept.toString().replaceAll('%2F', '/')}`
}
