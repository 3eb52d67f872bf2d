import { writeFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import { definitions, traceSchema } from '../../scenarios/model/trace.ts'

/** `npm run schema` writes scenarios/trace.schema.json, which says of traces what their parser says. */

/** The JSON Schema of a trace: draft 2020-12. */
export const traceJsonSchema = () => ({
  title: 'Login Lab trace, version 2',
  description:
    'The append-only record of a run: every message between the participants, in order, with what it changed.',
  ...toJsonSchema(traceSchema, {
    target: 'draft-2020-12',
    definitions,
    // What no schema of JSON can say is judged by a function, and said beside it as metadata.
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? {} : undefined),
    ignoreActions: ['check', 'readonly'],
  }),
})

if (import.meta.main)
  writeFileSync(
    new URL('../../scenarios/trace.schema.json', import.meta.url),
    `${JSON.stringify(traceJsonSchema(), null, 2)}\n`,
  )
