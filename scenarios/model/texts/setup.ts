import type { NestedText, None } from './param.ts'

/** What Login Lab sets up at a FusionAuth, or asks it for. */
interface ThingTexts {
  readonly 'thing.cors': None
  readonly 'thing.jwt-lifetime': None
  readonly 'thing.tenants': None
  readonly 'thing.applications': None
  readonly 'thing.users': None
  readonly 'thing.run-tenant': None
  readonly 'thing.key': { readonly name: string }
  readonly 'thing.tenant': { readonly name: string }
  readonly 'thing.application': { readonly name: string }
  readonly 'thing.user': { readonly name: string }
  readonly 'thing.registration': { readonly name: string }
}

/** A call of FusionAuth's API, as its API keys name what they may do. */
interface CallParams {
  readonly method: string
  readonly endpoint: string
}

/** Why a real FusionAuth cannot be used, or not be set up, and what to do. */
export interface SetupTexts extends ThingTexts {
  readonly 'setup.no-address': { readonly address: string }
  /** `setting` is the variable that the key is put into. */
  readonly 'setup.no-key': { readonly setting: string }
  readonly 'setup.unusable': { readonly origin: string; readonly why: NestedText }
  readonly 'setup.key-refused': { readonly status: number; readonly setting: string }
  readonly 'setup.leads-on': { readonly status: number }
  readonly 'setup.version-status': { readonly status: number }
  readonly 'setup.failed': { readonly what: NestedText; readonly why: NestedText }
  readonly 'setup.permission': CallParams & { readonly status: number }
  readonly 'setup.too-many': None
  readonly 'setup.status': CallParams & { readonly status: number }
  readonly 'setup.refused': CallParams & { readonly codes: readonly string[] }
  readonly 'setup.not-ended': { readonly why: NestedText }
  readonly 'setup.other-tenant': None
  readonly 'setup.other-algorithm': { readonly algorithm: string }
  readonly 'setup.cors': {
    readonly origins: readonly string[]
    readonly settings: readonly string[]
  }
}
