import type { None, NestedText } from './param.ts'

/** A field of the body of a request, such as `event.app`; '' for the whole body. */
interface Place {
  readonly path: string
}

/** How much a page can show, and how much there is. */
interface Bound {
  readonly most: number
  readonly count: number
}

/** A place in a trace, such as `messages[3].http`. */
interface Where {
  readonly place: string
}

/** What is wrong with a saved trace, or with a request to the API. */
export interface RecordingTexts {
  readonly 'recording.none': { readonly problem: NestedText }
  readonly 'recording.no-json': None
  readonly 'recording.long-file': Bound
  readonly 'recording.many-messages': Bound
  readonly 'recording.many-remembered': Bound
  readonly 'recording.many-headers': Bound & Where
  readonly 'recording.many-verdicts': Bound & Where
  readonly 'recording.many-changes': Bound & Where
  readonly 'recording.many-parameters': Bound & Where
  readonly 'recording.many-entries': Bound & Where
  readonly 'recording.long-body': Bound & Where
  readonly 'recording.long-text': Bound & Where
  readonly 'recording.long-token': Bound & Where
  /** `place` is '' for the whole trace. */
  readonly 'recording.too-deep': Bound & Where
  readonly 'recording.must-be': {
    /** Such as `messages[3].http`; '' for the whole. */
    readonly path: string
    readonly expected: NestedText
    readonly observed: NestedText
  }
  readonly 'recording.twice': { readonly place: string; readonly id: string }
  readonly 'recording.stranger': {
    readonly place: string
    readonly from: string
    readonly to: string
  }
  readonly 'recording.divider-beyond': { readonly place: string; readonly last: number }
  readonly 'recording.evidence-beyond': { readonly place: string; readonly last: number }
  readonly 'request.object': Place
  readonly 'request.must-be': Place & { readonly expected: NestedText }
  readonly 'request.one-of': Place & {
    readonly expected: NestedText
    readonly observed: NestedText
  }
  readonly 'request.characters': Place & { readonly most: number; readonly count: number }
  readonly 'request.entries': Place & { readonly most: number }
  readonly 'request.no-name': Place
  readonly 'request.no-field': Place & { readonly nearest: string }
  readonly 'request.no-event': { readonly name: string; readonly nearest: string }
  readonly 'shape.missing': None
  readonly 'shape.list': None
  readonly 'shape.object': None
  readonly 'shape.text': None
  readonly 'shape.flag': None
  readonly 'shape.whole': { readonly least: number }
  readonly 'shape.between': { readonly least: number; readonly most: number }
  readonly 'shape.characters': { readonly most: number }
  readonly 'shape.entries': { readonly most: number }
  readonly 'shape.member': { readonly known: readonly string[] }
  readonly 'shape.event': { readonly known: readonly string[] }
  readonly 'shape.event-type': None
  readonly 'shape.name': None
  readonly 'shape.setting': None
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
