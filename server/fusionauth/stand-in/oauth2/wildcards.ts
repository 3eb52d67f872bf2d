/** One part of an address: `*` stands for any characters that may stand there. */
const partMatches = (pattern: string, part: string): boolean => {
  const [before = '', after] = pattern.split('*', 2)
  if (after === undefined) return pattern === part
  return (
    part.length >= before.length + after.length && part.startsWith(before) && part.endsWith(after)
  )
}

const allMatch = (patterns: readonly string[], parts: readonly string[]): boolean =>
  patterns.length === parts.length &&
  patterns.every((pattern, index) => partMatches(pattern, parts[index] ?? ''))

/** Scheme, host labels, port, path segments and query of an address, as they are written. */
const read = (address: string) => {
  const parts =
    /^(?<scheme>[a-z][\w.+-]*):\/\/(?<host>[^/?#@:]+)(?<port>:[^/?#@]*)?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?$/i.exec(
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

/** A wildcard stands in the left-most label, of three at least; never in an address of numbers. */
const mayHave = ([first = '', ...others]: readonly string[]): boolean =>
  !others.some((label) => label.includes('*')) &&
  (!first.includes('*') || (others.length >= 2 && !/^\d+$/.test(others.at(-1) ?? '')))

/**
 * Whether an address fits a registered one with wildcards: in the left-most label of the host, in
 * place of the port, in segments of the path and in values of the query (FusionAuth docs, URL
 * Validation; authorizedURLValidationPolicy AllowWildcards).
 */
export const fitsWildcards = (registered: string, address: string): boolean => {
  const pattern = read(registered)
  const given = read(address)
  if (pattern === null || given === null) return false
  return (
    pattern.scheme === given.scheme &&
    mayHave(pattern.labels) &&
    allMatch(pattern.labels, given.labels) &&
    (pattern.port === given.port || (pattern.port === ':*' && /^:\d+$/.test(given.port))) &&
    !given.segments.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)) &&
    allMatch(pattern.segments, given.segments) &&
    allMatch(pattern.pairs, given.pairs)
  )
}
