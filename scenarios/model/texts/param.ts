/** The params of a text that has none. */
export type None = Readonly<Record<string, never>>

/** A text within another: any of `TextParams`, which cannot be named here without naming itself. */
export interface NestedText {
  readonly code: string
  readonly params: object
}
