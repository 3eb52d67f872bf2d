import * as v from 'valibot'
import type { Text } from './text.ts'
import { that } from './shape.ts'
import { isJsonObject } from './json.ts'

const hasParts = (value: unknown): boolean =>
  isJsonObject(value) &&
  typeof (value as Partial<Text>).code === 'string' &&
  isJsonObject((value as Partial<Text>).params)

/**
 * A text of the lab. Whether a language has its code, and what params it takes, is asked where
 * languages are known (scenarios/recorded).
 */
export const textSchema = v.pipe(
  that<Text>('shape.catalogued', hasParts),
  v.metadata({
    description:
      'A sentence, the same in every language: which one it is, and what varies in it (scenarios/model/text.ts).',
    type: 'object',
    required: ['code', 'params'],
    properties: { code: { type: 'string', minLength: 1 }, params: { type: 'object' } },
  }),
)
