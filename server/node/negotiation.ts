/** Content codings that Accept-Encoding allows, by name (RFC 9110 §12.5.3). */
export const acceptedCodings = (header: string | undefined): ReadonlySet<string> =>
  new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((item) => item.split(';').map((part) => part.trim()))
      .filter(([, weight = 'q=1']) => Number(weight.replace('q=', '')) > 0)
      .map(([name = '']) => name),
  )

/** The entity tag of a representation that was packed: another one than of the same in plain. */
export const packedTag = (etag: string, coding: string): string => etag.replace(/"$/, `.${coding}"`)

/** What a tag says of the content, whichever the coding and the strength. */
const contentOf = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/\.(gzip|br)"$/, '"')

/** Whether If-None-Match has an entity tag of the same content (RFC 9110 §13.1.2); null has no tag. */
export const isKnown = (header: string | undefined, etag: string | null): boolean =>
  etag !== null && (header ?? '').split(',').some((tag) => contentOf(tag) === contentOf(etag))
