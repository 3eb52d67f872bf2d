import type { NestedText, None } from './param.ts'

/** Why an attack failed where it came off without a defence. */
export interface DecisionTexts {
  /** `cookie` is what it is for, where that is known, else its name; `rule` is the browser's. */
  readonly 'decided.not-sent': { readonly cookie: string; readonly rule: string }
  readonly 'decided.not-stored': { readonly cookie: string; readonly rule: string }
  /** The attack's next message never comes. */
  readonly 'decided.missing': { readonly label: string | NestedText }
  /** The victim was refused before the attack began. */
  readonly 'decided.nobody': { readonly refusal: string }
  /** The messages are alike; what the answer holds is not. */
  readonly 'decided.other': None
}
