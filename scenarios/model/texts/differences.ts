import type { Participant } from '../participant.ts'
import type { NestedText, None } from './param.ts'

interface Lists {
  readonly expected: readonly string[]
  readonly observed: readonly string[]
}

interface Values {
  readonly expected: string
  readonly observed: string
}

/** null stands for what is not there. */
interface PerhapsValues {
  readonly expected: string | null
  readonly observed: string | null
}

/** A JWT by the name of the member that holds it, and whether its header is meant. */
interface TokenPart {
  readonly token: string
  readonly inHeader: boolean
}

/** In what a real FusionAuth differs from the stand-in. */
export interface DifferenceTexts {
  readonly 'difference.status': {
    readonly who: Participant
    readonly expected: string
    readonly observed: string
  }
  readonly 'difference.request-parameters': Lists
  readonly 'difference.missing-message': {
    readonly from: Participant
    readonly to: Participant
    readonly label: string | NestedText
  }
  readonly 'difference.extra-message': {
    readonly from: Participant
    readonly to: Participant
    readonly label: string | NestedText
  }
  readonly 'difference.header-missing': { readonly name: string }
  readonly 'difference.header-extra': { readonly name: string }
  readonly 'difference.header-value': {
    readonly name: string
    readonly expected: string
    readonly observed: string
  }
  readonly 'difference.redirect-target': PerhapsValues
  readonly 'difference.redirect-form': {
    readonly expected: 'relative' | 'absolute'
    readonly observed: 'relative' | 'absolute'
  }
  readonly 'difference.redirect-parameters': Lists
  readonly 'difference.redirect-error': PerhapsValues
  readonly 'difference.error-code': PerhapsValues
  readonly 'difference.error-text': PerhapsValues
  readonly 'explained.error-text': None
  readonly 'difference.members': {
    readonly lost: readonly string[]
    readonly gained: readonly string[]
  }
  readonly 'difference.kind': {
    readonly member: string
    readonly expected: string
    readonly observed: string
  }
  readonly 'difference.json': { readonly expected: boolean; readonly observed: boolean }
  readonly 'difference.form-extra': None
  readonly 'difference.form-missing': None
  readonly 'difference.form-controls': {
    readonly lost: readonly string[]
    readonly gained: readonly string[]
  }
  readonly 'difference.claim-missing': TokenPart & { readonly claim: string }
  readonly 'difference.claim-extra': TokenPart & { readonly claim: string }
  readonly 'difference.claim-value': TokenPart & Values & { readonly claim: string }
  readonly 'difference.lifetime': PerhapsValues & { readonly token: string }
  readonly 'difference.cookie-missing': { readonly name: string }
  readonly 'difference.cookie-extra': { readonly name: string }
  readonly 'difference.cookie-attribute': PerhapsValues & {
    readonly name: string
    readonly attribute: string
  }
  readonly 'explained.plain-http': None
  readonly 'explained.short-life': None
  readonly 'explained.proxy': None
  readonly 'explained.preflight': None
}
