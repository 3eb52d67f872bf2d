import type { TextCatalogue } from '../catalogue.ts'
import { labelText } from '../label.ts'
import type { DifferenceTexts } from '../../model/texts/differences.ts'

const listed = (names: readonly string[], none = 'none'): string =>
  names.length === 0 ? none : names.join(', ')

const quoted = (text: string | null): string => (text === null ? 'nothing' : `"${text}"`)

const partOf = (token: string, inHeader: boolean): string =>
  inHeader ? `The header of ${token}` : token

const attributeOf = (name: string, value: string | null): string => {
  if (value === null) return `without ${name}`
  return value === 'present' ? `with ${name}` : `with ${name} ${value}`
}

export const differences: TextCatalogue<DifferenceTexts> = {
  'difference.status': ({ who, expected, observed }) =>
    `${who} was expected to answer ${expected}, and answers ${observed}.`,
  'difference.request-parameters': ({ expected, observed }) =>
    `The request was expected to carry ${listed(expected)}, and carries ${listed(observed)}.`,
  'difference.missing-message': ({ from, to, label }, say) =>
    `The message "${from} to ${to}: ${labelText(label, say)}" was expected, and did not come.`,
  'difference.extra-message': ({ from, to, label }, say) =>
    `The message "${from} to ${to}: ${labelText(label, say)}" came, and was not expected.`,
  'difference.header-missing': ({ name }) => `The header ${name} was expected, and is not there.`,
  'difference.header-extra': ({ name }) => `The header ${name} is there, and was not expected.`,
  'difference.header-value': ({ name, expected, observed }) =>
    `The header ${name} was expected to say "${expected}", and says "${observed}".`,
  'difference.redirect-target': ({ expected, observed }) =>
    `The redirect was expected to lead to ${expected ?? 'nowhere'}, and leads to ${observed ?? 'nowhere'}.`,
  'difference.redirect-form': ({ expected, observed }) =>
    `The address in Location was expected to be ${expected}, and is ${observed}; a browser goes to the same place.`,
  'difference.redirect-parameters': ({ expected, observed }) =>
    `The redirect was expected to carry ${listed(expected)}, and carries ${listed(observed)}.`,
  'difference.redirect-error': ({ expected, observed }) =>
    `The redirect was expected to tell ${expected ?? 'no error'}, and tells ${observed ?? 'no error'}.`,
  'difference.error-code': ({ expected, observed }) =>
    `The answer was expected to tell ${expected ?? 'no error'}, and tells ${observed ?? 'no error'}.`,
  'difference.error-text': ({ expected, observed }) =>
    `The error was expected to be told as ${quoted(expected)}, and is told as ${quoted(observed)}.`,
  'explained.error-text':
    'FusionAuth does not publish most of its error texts, and a client must not depend on them.',
  'difference.members': ({ lost, gained }) =>
    `The answer was expected to hold ${listed(lost, 'less')}, and holds ${listed(gained, 'no more')} besides what both have.`,
  'difference.kind': ({ member, expected, observed }) =>
    `${member} was expected to be of the kind ${expected}, and is of the kind ${observed}.`,
  'difference.json': ({ expected, observed }) =>
    `The answer was expected to be ${expected ? 'JSON' : 'no JSON'}, and is ${observed ? 'JSON' : 'no JSON'}.`,
  'difference.form-extra': 'The page is a login form, and was not expected to be one.',
  'difference.form-missing': 'The page was expected to be a login form, and is none.',
  'difference.form-controls': ({ lost, gained }) =>
    `Of the controls of the login form, the expected ${listed(lost)} are not there, and ${listed(gained)} are there besides.`,
  'difference.claim-missing': ({ token, inHeader, claim }) =>
    `${partOf(token, inHeader)} was expected to say ${claim}, and does not.`,
  'difference.claim-extra': ({ token, inHeader, claim }) =>
    `${partOf(token, inHeader)} says ${claim}, which was not expected.`,
  'difference.claim-value': ({ token, inHeader, claim, expected, observed }) =>
    `${partOf(token, inHeader)} was expected to say ${claim} ${expected}, and says ${observed}.`,
  'difference.lifetime': ({ token, expected, observed }) =>
    `${token} was expected to live ${expected ?? 'without end'}, and lives ${observed ?? 'without end'}.`,
  'difference.cookie-missing': ({ name }) =>
    `The cookie ${name} was expected to be set, and is not.`,
  'difference.cookie-extra': ({ name }) => `The cookie ${name} is set, and was not expected.`,
  'difference.cookie-attribute': ({ name, attribute, expected, observed }) =>
    `The cookie ${name} was expected ${attributeOf(attribute, expected)}, and came ${attributeOf(attribute, observed)}.`,
  'explained.plain-http':
    'FusionAuth is reached by plain http here, where a Secure cookie could not be set.',
  'explained.short-life':
    'The lesson lets it run out, and FusionAuth has no clock to set: so this run’s tenant lets JWTs live so short that it can really be waited for.',
  'explained.preflight':
    'Less time has really passed than the lesson tells, so the browser still holds FusionAuth’s leave and does not ask for it again.',
  'explained.proxy':
    'A reverse proxy of Login Lab’s stands before FusionAuth here. It ends TLS and says of the cookies with tokens what no setting of FusionAuth’s does: SameSite=None for pages of another site, or the parent domain.',
}
