import type { Explanations } from '../../glossary/english.ts'
import { attributes, cookies, headers } from './glossary/fields.ts'
import { members } from './glossary/members.ts'
import { operations } from './glossary/operations.ts'
import { formFields, ownParameters, parameters } from './glossary/parameters.ts'
import { paths, statuses } from './glossary/places.ts'
import { claims, tokenHeader, values } from './glossary/tokens.ts'

/** The glossary in Spanish. */
export const glossarySpanish: Explanations = {
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
}
