import type { Increment, RunHeader } from '../../../scenarios/engine/increment.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { CommandResult } from '../../../scenarios/model/run.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { OwnLesson } from '../../../scenarios/model/own-lesson.ts'
import type { Text } from '../../../scenarios/model/text.ts'

/** The text of an own lesson, and the address that it came from. */
export interface LessonFile {
  readonly address: string
  readonly text: string
  /** The path that its run had before (`pathOf`), for one that is to go on; null for a fresh one. */
  readonly path: string | null
}

/** What the page says to the Worker. Every command has a number; the answer carries the same. */
export type ToWorker =
  | {
      readonly say: 'open'
      readonly options: RunRequest
      /** The file of an own lesson; null for a lesson of the catalogue. */
      readonly own: LessonFile | null
    }
  | { readonly say: 'send'; readonly call: number; readonly event: LabEvent; readonly at: number }
  | { readonly say: 'fork'; readonly call: number; readonly at: number }
  | { readonly say: 'switch'; readonly call: number; readonly branch: string }

/** What the Worker says to the page. */
export type FromWorker =
  /** It hears commands from now on. */
  | { readonly say: 'ready' }
  | {
      readonly say: 'opened'
      readonly opening: RunHeader
      /** What this run can do besides sending. */
      readonly forks: boolean
      readonly switches: boolean
      /** The own lesson that was read; null for one of the catalogue. */
      readonly own: OwnLesson | null
    }
  | { readonly say: 'refused'; readonly problem: Text }
  | { readonly say: 'increment'; readonly increment: Increment }
  | {
      readonly say: 'done'
      readonly call: number
      readonly result: CommandResult
    }
