import { writeFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { isJsonObject } from '../../scenarios/model/json.ts'
import { type Domain, switches } from '../../scenarios/model/defence-settings.ts'
import { ownLessonSchema } from '../../scenarios/model/own-lesson.ts'
import { presets } from '../../scenarios/defences/presets.ts'

/** `npm run schema` writes scenarios/lesson.schema.json, by which editors complete and check own lessons. */

const published = new URL('../../scenarios/lesson.schema.json', import.meta.url)

const typeOf = (domain: Domain<string | number | boolean>): object => {
  if (domain.kind === 'flag') return { type: 'boolean' }
  if (domain.kind === 'choice') return { enum: domain.values }
  return { type: 'integer', minimum: domain.least, maximum: domain.most }
}

/** Every switch, as it is called where it is set, and where it is asked for. */
const defences = {
  description: 'Switches that are not as usual; preset stands for a whole set of them.',
  type: 'object',
  properties: {
    preset: { enum: Object.keys(presets) },
    ...Object.fromEntries(
      Object.entries(switches).map(([id, [{ domain, usual }, where, setting, source]]) => [
        id,
        { description: `${where}: ${setting} (${source})`, ...typeOf(domain), default: usual },
      ]),
    ),
  },
  additionalProperties: false,
}

/** A workflow for each entry, with its title: editors show it beside the slug. */
const workflow = {
  description: 'Slug of the workflow, as npm run -s trace -- --list prints it.',
  oneOf: workflows.map(({ slug, title }) => ({ const: slug, title: sayEnglish(title) })),
}

/** The JSON Schema of an own lesson, draft 2020-12. */
export const lessonJsonSchema = (): unknown => {
  const { properties, ...rest } = toJsonSchema(ownLessonSchema, {
    target: 'draft-2020-12',
    // What no schema of JSON can say is judged by a function, and said beside it as metadata.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === 'custom' || valibotSchema.type === 'lazy' ? {} : undefined,
    ignoreActions: ['check', 'readonly', 'raw_check'],
  })
  return {
    title: 'Login Lab lesson',
    description:
      'A lesson of your own: a path through a workflow, with sentences, questions and claims.',
    ...rest,
    properties: { ...(isJsonObject(properties) ? properties : {}), workflow, defences },
  }
}

if (import.meta.main) writeFileSync(published, `${JSON.stringify(lessonJsonSchema(), null, 2)}\n`)
