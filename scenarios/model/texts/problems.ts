import type { Domain } from '../defence-settings.ts'
import type { None, NestedText } from './param.ts'

/** What can be asked for by name. */
export type NamedThing = 'workflow' | 'lesson' | 'profile' | 'defence'

/** What became of a command that was refused, and of a run that could not begin. */
export interface ProblemTexts {
  readonly 'problem.no-such': {
    readonly kind: NamedThing
    readonly name: string
    /** null when there is none at all. */
    readonly nearest: string | null
  }
  readonly 'problem.defence-value': {
    readonly name: string
    readonly domain: Domain<string | number | boolean>
  }
  readonly 'problem.run-over': None
  readonly 'problem.run-full': { readonly count: number }
  readonly 'problem.no-room': { readonly held: number; readonly most: number }
  readonly 'problem.no-room-for-branch': { readonly count: number; readonly most: number }
  readonly 'problem.many-branches': { readonly count: number }
  readonly 'problem.no-branch': { readonly id: string }
  readonly 'problem.real-past': None
  readonly 'problem.history': { readonly why: NestedText }
  readonly 'problem.step-failed': { readonly error: string }
  readonly 'problem.fault': { readonly what: string | null }
  readonly 'problem.recording': { readonly workflow: string }
  readonly 'problem.run-expired': None
  readonly 'problem.no-run': None
  readonly 'problem.run-closed': None
  readonly 'problem.too-much': None
  readonly 'problem.store-silent': None
  readonly 'problem.many-runs': { readonly count: number }
  readonly 'problem.many-followers': { readonly count: number }
  readonly 'problem.inside': None
  readonly 'problem.lab-stopped': None
  readonly 'problem.no-fork': None
  readonly 'problem.one-branch': None
  readonly 'problem.lesson-stuck': None
  readonly 'problem.lesson-endless': None
  readonly 'problem.fusionauth-defence': { readonly name: string }
  readonly 'problem.second-factor': None
  readonly 'problem.registration': None
  readonly 'problem.verification': None
  readonly 'problem.password-change': None
  readonly 'problem.consent': None
  readonly 'problem.error-page': { readonly error: string; readonly status: number }
  readonly 'problem.unknown-page': { readonly title: string; readonly path: string }
}
