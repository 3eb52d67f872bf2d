import { closestMatch } from '../../../../scenarios/closest-match.ts'
import type { WireResponse } from '../../../../scenarios/model/wire.ts'
import { kinds } from '../kept/kinds.ts'
import { findKeptLocation } from '../kept/places.ts'
import { notCopiedApis, notCopiedHere } from '../not-copied.ts'
import { routes } from '../routes.ts'

const parts = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

const isCopied = (path: string): boolean => {
  const given = parts(path)
  return routes.some(([, pattern]) => {
    const wanted = parts(pattern)
    return (
      wanted.length === given.length &&
      wanted.every((part, at) => part.startsWith(':') || part === given[at])
    )
  })
}

/** The APIs without the ids in their paths. */
const apis: readonly string[] = [
  ...routes.flatMap(([, path]) =>
    path.startsWith('/api/') ? [path.replaceAll(/\/:\w+/g, '')] : [],
  ),
  ...kinds.map(({ path }) => path.replaceAll('/:', '')),
  ...notCopiedApis,
]

/** A path without what looks like an id. */
const withoutIds = (path: string): string => path.replaceAll(/\/[0-9a-f-]{36}(?=\/|$)/gi, '')

/** Why there is nothing at a path, and what to do about it. */
const absence = (path: string): string => {
  if (notCopiedHere(path) !== undefined) {
    return 'asks for an API that this stand-in does not copy. Take it out; the file goes on without it.'
  }
  if (path === '/api/login') {
    return 'was answered with 404: nobody has this loginId and password. A request before it has to make the user.'
  }
  if (isCopied(path) || findKeptLocation(path) !== undefined) {
    return 'was answered with 404: there is nothing with this id. A request before it has to make it.'
  }
  const known = closestMatch(withoutIds(path), apis) ?? '/api/user'
  return `asks for an API that FusionAuth does not have. The nearest is ${known}.`
}

/** What a body says: the messages of the API's errors, or the description of OAuth's. */
const messagesIn = (body: string): readonly string[] =>
  [...body.matchAll(/"(?:message|error_description)":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, message]) => message ?? '',
  )

/** What to do about an answer that does not say it, as 401 and 405 have no body. */
const hintFor = (path: string, { status, headers }: WireResponse): readonly string[] => {
  const valueOf = (wanted: string): string | undefined =>
    headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  const allowed = valueOf('allow')
  if (status === 405 && allowed !== undefined) return [`this takes ${allowed}`]
  if (status === 401 && /^\/api\/api-key(?:\/|$)/.test(path)) {
    return ['to manage API keys, API key 1 has to have "keyManager": true']
  }
  return valueOf('content-type')?.startsWith('text/html') === true
    ? ['this is a page for browsers, and no API']
    : []
}

/** What FusionAuth found wrong with a request, in one line. */
export const reasonOf = (url: string, answer: WireResponse): string => {
  const { status, body } = answer
  const path = new URL(url).pathname
  if (status === 404) return absence(path)
  const messages = messagesIn(body)
  const hint = messages.length > 0 ? [] : hintFor(path, answer)
  // Several sentences stand in one line: all but the last without their full stop.
  const sentences = [`was answered with ${status}`, ...messages, ...hint]
  const last = sentences.length - 1
  return sentences.map((one, at) => (at < last ? one.replace(/\.$/, '') : one)).join(': ')
}
