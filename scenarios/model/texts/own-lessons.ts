import type { None, NestedText } from './param.ts'

/** A place in a file; lines and columns are counted from 1. */
interface FilePlace {
  readonly line: number
  readonly column: number
}

/** What is wrong with the file of an own lesson, and with the way to it. */
export interface OwnLessonTexts {
  readonly 'own-lesson.issue': FilePlace & {
    /** Such as `events[2].app`; '' for the whole. */
    readonly path: string
    readonly expected: NestedText
    readonly observed: NestedText
    /** The known name that was most likely meant; null where there is none. */
    readonly nearest: string | null
  }
  readonly 'own-lesson.unknown-member': FilePlace & {
    readonly path: string
    readonly nearest: string | null
  }
  readonly 'own-lesson.syntax': FilePlace & { readonly problem: NestedText }
  readonly 'own-lesson.wrong': { readonly file: string; readonly issues: readonly NestedText[] }
  readonly 'own-lesson.too-long': { readonly most: number; readonly count: number }
  readonly 'own-lesson.too-deep': { readonly most: number }
  readonly 'own-lesson.more': { readonly count: number }
  readonly 'own-lesson.no-address': { readonly address: string }
  readonly 'own-lesson.unreachable': { readonly address: string }
  readonly 'own-lesson.status': { readonly address: string; readonly status: number }
  readonly 'own-lesson.heavy': { readonly address: string; readonly most: number }
  readonly 'shape.words': None
  readonly 'shape.in-language': { readonly tag: string }
  readonly 'shape.language-tag': None
  readonly 'shape.colour': None
  readonly 'shape.colour-contrast': { readonly found: string }
  readonly 'shape.host': None
  readonly 'shape.host-taken': None
  readonly 'shape.host-of-site': { readonly site: string }
  readonly 'shape.other-host': None
  readonly 'shape.items': { readonly least: number; readonly most: number }
  readonly 'shape.message-or-event': None
  readonly 'shape.right-option': None
  readonly 'shape.workflow': None
  readonly 'shape.defence': None
}
