import type { None, Text } from '../text.ts'

/** What is wrong with a saved trace. */
export interface RecordingTexts {
  readonly 'recording.none': { readonly problem: Text }
  readonly 'recording.too-long': { readonly count: number }
  readonly 'recording.no-json': None
  readonly 'recording.must-be': {
    /** Such as `messages[3].http`; '' for the whole. */
    readonly path: string
    readonly expected: Text
    readonly observed: Text
  }
  readonly 'recording.twice': { readonly place: string; readonly id: string }
  readonly 'recording.stranger': {
    readonly place: string
    readonly from: string
    readonly to: string
  }
  readonly 'recording.divider-beyond': { readonly place: string; readonly last: number }
  readonly 'recording.evidence-beyond': { readonly place: string; readonly last: number }
  readonly 'shape.missing': None
  readonly 'shape.list': None
  readonly 'shape.object': None
  readonly 'shape.text': None
  readonly 'shape.flag': None
  readonly 'shape.whole': { readonly least: number }
  readonly 'shape.one-of': { readonly words: string }
  readonly 'shape.filled': None
  readonly 'shape.address': None
  readonly 'shape.field': None
  readonly 'shape.json': None
  readonly 'shape.place': None
  readonly 'shape.instant': None
  readonly 'shape.id': None
  readonly 'shape.participants': None
  readonly 'shape.catalogued': None
  readonly 'shape.value': { readonly json: string }
}
