import { attributes, cookies } from './cookies.ts'
import { headers } from './headers.ts'
import { members } from './members.ts'
import { operations } from './operations.ts'
import { formFields, ownParameters, parameters } from './parameters.ts'
import { paths, statuses } from './places.ts'
import { claims, tokenHeader } from './tokens.ts'
import { values } from './values.ts'

/** Every known name, by what it is the name of. */
export const terms = {
  header: headers,
  cookie: cookies,
  attribute: attributes,
  parameter: { ...parameters, ...formFields, ...ownParameters },
  member: { ...members, ...operations },
  'token-header': tokenHeader,
  claim: claims,
  value: values,
  path: paths,
  status: statuses,
} as const

/** The explanations in another language: the same names, a sentence each. */
export type Explanations = {
  readonly [Kind in keyof typeof terms]: { readonly [Name in keyof (typeof terms)[Kind]]: string }
}
