import { readFileSync, writeFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import { definitions, traceSchema } from '../../scenarios/model/trace.ts'

/** `npm run schema` writes scenarios/trace.schema.json, which says of traces what their parser says. */

const published = new URL('../../scenarios/trace.schema.json', import.meta.url)

const sources = ['trace.ts', 'cookie.ts'].map((name) =>
  readFileSync(new URL(`../../scenarios/model/${name}`, import.meta.url), 'utf8'),
)

/** What the docstring of a member says, for members whose name stands once in the definitions. */
const docstrings = (): ReadonlyMap<string, string> => {
  const text = sources.join('\n')
  const named = [...text.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}(\w+)[:,]/gm)]
  return new Map(
    named
      .map(([, said = '', name = '']): [string, string] => [name, said])
      .filter(([name]) => text.match(new RegExp(`^ {2}${name}[:,]`, 'gm'))?.length === 1),
  )
}

const described = (value: unknown, docs: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => described(item, docs))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]: [string, unknown]) => {
      if (key !== 'properties') return [key, described(member, docs)]
      const members = Object.entries(member as Readonly<Record<string, object>>)
      return [
        key,
        Object.fromEntries(
          members.map(([name, schema]) => {
            const said = docs.get(name)
            const told = described(schema, docs) as object
            return [name, said === undefined ? told : { description: said, ...told }]
          }),
        ),
      ]
    }),
  )
}

/** The JSON Schema of a trace, draft 2020-12; its members are described by their docstrings. */
export const traceJsonSchema = (): unknown =>
  described(
    {
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
    },
    docstrings(),
  )

if (import.meta.main) writeFileSync(published, `${JSON.stringify(traceJsonSchema(), null, 2)}\n`)
