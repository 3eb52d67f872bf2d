import type { Explanations } from '../glossary/english.ts'
import { attributes, cookies, headers } from './glossary-spanish/fields.ts'
import { members } from './glossary-spanish/members.ts'
import { formFields, ownParameters, parameters } from './glossary-spanish/parameters.ts'
import { paths, statuses } from './glossary-spanish/places.ts'
import { claims, tokenHeader, values } from './glossary-spanish/tokens.ts'

/** The glossary in Spanish. */
export const glossarySpanish: Explanations = {
  header: headers,
  cookie: cookies,
  attribute: attributes,
  parameter: { ...parameters, ...formFields, ...ownParameters },
  member: members,
  'token-header': tokenHeader,
  claim: claims,
  value: values,
  path: paths,
  status: statuses,
}
