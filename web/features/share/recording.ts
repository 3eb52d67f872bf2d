import type { Trace } from '../../../scenarios/model/trace.ts'
import { fileName } from './file-name.ts'
import { saveFile } from './hand-over.ts'
import type { OpenedRun } from '../../player/run/status.ts'
import type { Text } from '../../../scenarios/model/text.ts'

/** Lets the browser save a trace as a file, named after its workflow and lesson. */
export const saveTrace = (trace: Trace): Promise<void> =>
  saveFile(
    fileName(trace, null, 'trace.json'),
    new Blob([JSON.stringify(trace, null, 1)], { type: 'application/json' }),
  )

/** A run made of a saved trace, or what is wrong with the file. */
export type Recording =
  | { readonly ok: true; readonly trace: Trace; readonly opened: OpenedRun }
  | { readonly ok: false; readonly problem: Text }

/** Reads a saved trace. Its reader is loaded when first needed. */
export const openRecording = async (file: File): Promise<Recording> => {
  const [{ parseTrace }, { createRecordedRun }] = await Promise.all([
    import('../../../scenarios/recorded/parse.ts'),
    import('../../../scenarios/recorded/run.ts'),
  ])
  const parsed = parseTrace(await file.text())
  if (!parsed.ok) return parsed
  const { trace } = parsed
  return { ok: true, trace, opened: { run: createRecordedRun(trace), place: 'recording' } }
}
