/** HTTP messages as plain data. Types only: no function. */

/** Any value that JSON can carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** Header fields in wire order, names in lower case; a field that occurs twice stands twice. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** An HTTP request as plain data. `url` is absolute; `body` is text, '' when there is none. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: string
}

/** An HTTP response as plain data. */
export interface WireResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: string
}
