/** How deep the file of a lesson may be nested; a right one is 6 deep. */
export const deepest = 24

/** A member of an object, or an item of a list. */
export type Key = string | number

/** Lines and columns are counted from 1. */
export interface FilePlace {
  readonly line: number
  readonly column: number
}

/** Where something of a file stands: the name of a member, or what it holds. */
export type PlaceOf = (path: readonly Key[], of: 'key' | 'value') => FilePlace
