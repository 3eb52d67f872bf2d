/**
 * Registered addresses with wildcards (FusionAuth docs, OAuth URL Validation, for
 * `authorizedURLValidationPolicy` AllowWildcards): in the left-most label of the host, in place of the
 * port, in segments of the path and in place of values of the query.
 */

interface Parts {
  readonly scheme: string
  readonly labels: readonly string[]
  /** With its colon; empty for none. */
  readonly port: string
  readonly segments: readonly string[]
  readonly pairs: readonly string[]
}

/** The parts of an address as they are written; null for one that is written in another way. */
const read = (address: string): Parts | null => {
  const parts =
    /^(?<scheme>[a-z][\w.+-]*):\/\/(?<host>\[[\da-f:.]+\]|[^/?#@:\\]+)(?<port>:[^/?#@]*)?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?$/i.exec(
      address,
    )?.groups
  if (parts === undefined) return null
  const { scheme = '', host = '', port = '', path = '', query = '' } = parts
  return {
    scheme,
    labels: host.split('.'),
    port,
    segments: path.split('/'),
    pairs: query === '' ? [] : query.slice(1).split('&'),
  }
}

const wildcardsIn = (part: string): number => part.split('*').length - 1

/** What is wrong with wildcards of each part of an address, in the order of the documentation. */
const faults: readonly (readonly [what: string, isWrong: (parts: Parts) => boolean])[] = [
  [
    'a wildcard stands in the left-most label of a domain of three labels at least, and not in an IP address',
    ({ labels: [first = '', ...others] }) =>
      others.some((label) => wildcardsIn(label) > 0) ||
      (wildcardsIn(first) > 0 && (others.length < 2 || /^\d+$/.test(others.at(-1) ?? ''))),
  ],
  ['the domain has one wildcard at most', ({ labels }) => wildcardsIn(labels.join('.')) > 1],
  [
    'a wildcard is the whole port or no part of it',
    ({ port }) => wildcardsIn(port) > 0 && port !== ':*',
  ],
  [
    'a segment of the path has one wildcard at most',
    ({ segments }) => segments.some((segment) => wildcardsIn(segment) > 1),
  ],
  [
    'a wildcard is the whole value of a query parameter, and stands in no name',
    ({ pairs }) => pairs.some((pair) => wildcardsIn(pair) > 0 && !/^[^*=]+=\*$/.test(pair)),
  ],
]

/** What keeps a pattern from being registered; undefined for one that may be. */
export const faultOfPattern = (pattern: string): string | undefined => {
  const parts = read(pattern)
  if (parts === null) return 'a wildcard stands in an address of scheme and host'
  return faults.find(([, isWrong]) => isWrong(parts))?.[0]
}

/** One part of an address: `*` stands for one character at least of those that may stand there. */
const partMatches = (pattern: string, part: string): boolean => {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return pattern === part
  return (
    part.length > before.length + after.length && part.startsWith(before) && part.endsWith(after)
  )
}

const allMatch = (patterns: readonly string[], parts: readonly string[]): boolean =>
  patterns.length === parts.length &&
  patterns.every((pattern, index) => partMatches(pattern, parts[index] ?? ''))

/** Plain ASCII, so that it can stand in a header field. */
const isPlain = (address: string): boolean => /^[\x21-\x7e]+$/.test(address)

/** Whether an address fits a registered one with wildcards. */
export const fitsWildcards = (registered: string, address: string): boolean => {
  const pattern = read(registered)
  const given = isPlain(address) ? read(address) : null
  if (pattern === null || given === null || faultOfPattern(registered) !== undefined) return false
  return (
    pattern.scheme === given.scheme &&
    allMatch(pattern.labels, given.labels) &&
    (pattern.port === given.port || (pattern.port === ':*' && /^:\d+$/.test(given.port))) &&
    !given.segments.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)) &&
    allMatch(pattern.segments, given.segments) &&
    allMatch(pattern.pairs, given.pairs)
  )
}
