import type { StandInContext } from '../instance.ts'
import { notFormEncoded } from './refusals.ts'

/** Request parameters (RFC 6749 §3.1): an empty value counts as absent, a repeated name is noted. */
export interface RequestParameters {
  get(name: string): string | undefined
  all(name: string): readonly string[]
  /** True when the name stands in the request at all, be it with an empty value. */
  has(name: string): boolean
  readonly repeated: readonly string[]
}

/** The only parameter that may stand in a request several times (RFC 8707 §2). */
const repeatable = 'resource'

export const readParameters = (...encoded: readonly string[]): RequestParameters => {
  const values = new Map<string, string[]>()
  for (const [name, value] of encoded.flatMap((text) => [...new URLSearchParams(text)])) {
    values.set(name, [...(values.get(name) ?? []), value])
  }
  const repeated = [...values]
    .filter(([name, given]) => name !== repeatable && given.length > 1)
    .map(([name]) => name)
  return {
    get: (name) => values.get(name)?.[0] || undefined,
    all: (name) => (values.get(name) ?? []).filter((value) => value !== ''),
    has: (name) => values.has(name),
    repeated,
  }
}

/** The query string of the request, without its question mark. */
export const queryOf = (exchange: StandInContext): string => {
  const url = exchange.req.url
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start + 1)
}

/** Whether the body says that it is a form. */
export const isForm = (exchange: StandInContext): boolean => {
  const type = exchange.req.header('content-type') ?? ''
  return type.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
}

/** The text of a form body (RFC 6749 appendix B); throws when the body is of another type. */
export const formOf = async (exchange: StandInContext): Promise<string> => {
  if (!isForm(exchange)) throw notFormEncoded()
  return exchange.req.text()
}
