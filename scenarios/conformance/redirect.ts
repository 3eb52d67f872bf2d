import { headerOf, redirects } from '../engine/wire.ts'
import type { Difference } from '../model/difference.ts'
import type { HttpPart } from '../model/trace.ts'
import { differ, listed, type MessagePair } from './pair.ts'
import { textOf } from '../model/text.ts'

interface Target {
  readonly address: string
  readonly names: readonly string[]
  readonly errors: string | null
  /** Whether the header holds a whole address or one relative to the request. */
  readonly relative: boolean
}

/** The parameters of an address: those of its query, then those of its fragment. */
const parametersOf = (url: URL): readonly (readonly [string, string])[] => [
  ...url.searchParams,
  ...(url.hash.includes('=') ? new URLSearchParams(url.hash.slice(1)) : []),
]

const targetOf = (http: HttpPart): Target | null => {
  const location = headerOf(http.headers, 'location')
  const url = location === null ? null : URL.parse(location, http.url)
  if (location === null || url === null || !redirects(http.status ?? 0)) return null
  const parameters = parametersOf(url)
  const errors = ['error', 'error_reason'].flatMap((name) =>
    parameters.filter(([key]) => key === name).map(([, value]) => value),
  )
  return {
    address: `${url.origin}${url.pathname}`,
    names: parameters.map(([name]) => name),
    errors: errors.length === 0 ? null : errors.join(', '),
    relative: !URL.canParse(location),
  }
}

/** Where a redirect leads, with which parameters in which order, and which error it tells. */
export const redirectDifferences = (pair: MessagePair): readonly Difference[] => {
  const expected = targetOf(pair.expected.http)
  const observed = targetOf(pair.observed.http)
  if (expected === null && observed === null) return []
  const found: Difference[] = []
  const address = (target: Target | null) => target?.address ?? null
  if (address(expected) !== address(observed))
    found.push(
      differ(
        pair,
        'redirect-target',
        'location',
        { expected: address(expected), observed: address(observed) },
        textOf('difference.redirect-target', {
          expected: address(expected),
          observed: address(observed),
        }),
      ),
    )
  if (expected === null || observed === null) return found
  if (expected.relative !== observed.relative) {
    const form = ({ relative }: Target) =>
      relative ? ('relative' as const) : ('absolute' as const)
    const forms = { expected: form(expected), observed: form(observed) }
    found.push(
      differ(pair, 'redirect-target', 'form', forms, textOf('difference.redirect-form', forms)),
    )
  }
  if (listed(expected.names) !== listed(observed.names))
    found.push(
      differ(
        pair,
        'redirect-parameters',
        'location',
        { expected: listed(expected.names), observed: listed(observed.names) },
        textOf('difference.redirect-parameters', {
          expected: expected.names,
          observed: observed.names,
        }),
      ),
    )
  if (expected.errors !== observed.errors)
    found.push(
      differ(
        pair,
        'error-code',
        'location',
        { expected: expected.errors, observed: observed.errors },
        textOf('difference.redirect-error', {
          expected: expected.errors,
          observed: observed.errors,
        }),
      ),
    )
  return found
}
