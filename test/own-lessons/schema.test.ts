import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import schema from '../../scenarios/lesson.schema.json' with { type: 'json' }
import { readYaml } from '../../scenarios/own-lessons/yaml.ts'
import { lessonJsonSchema } from '../../server/node/lesson-schema.ts'
import { examples, textOfExample } from './support/examples.ts'

const validate = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
}).compile(schema)

test('the published schema is the one that the reader has: npm run schema', () => {
  expect(schema).toEqual(lessonJsonSchema())
})

test.each(examples)('%s is what the schema says', (name) => {
  const { value } = readYaml(textOfExample(name))
  expect(validate(value) || validate.errors).toBe(true)
})

test('the schema sees the five mistakes too', () => {
  validate(readYaml(textOfExample('five-mistakes.yaml')).value)
  const places = new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))
  for (const place of ['/workflow', '/events/1/type', '/events/2/app', '', '/defences'])
    expect(places).toContain(place)
})

test('editors show what each member means', () => {
  const described = Object.entries(schema.properties).filter(([, one]) => 'description' in one)
  const plain = ['sentences', 'questions', 'claims']
  expect(described.map(([name]) => name)).toEqual(
    Object.keys(schema.properties).filter((name) => !plain.includes(name)),
  )
})
