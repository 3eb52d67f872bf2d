import type { HeaderList } from '../model/wire.ts'

/** The first value of a header field, or null. `name` in lower case. */
export const headerOf = (headers: HeaderList, name: string): string | null =>
  headers.find(([field]) => field === name)?.[1] ?? null

/** Every value of a header field, in wire order. */
export const headerValues = (headers: HeaderList, name: string): readonly string[] =>
  headers.filter(([field]) => field === name).map(([, value]) => value)

/** Whether a status asks the client to go elsewhere (RFC 9110 §15.4), if there is a Location. */
export const redirects = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** Whether the body is an HTML document. */
export const isHtml = (headers: HeaderList): boolean =>
  (headerOf(headers, 'content-type') ?? '').startsWith('text/html')
