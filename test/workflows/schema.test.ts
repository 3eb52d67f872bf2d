import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import schema from '../../scenarios/trace.schema.json' with { type: 'json' }
import { traceJsonSchema } from '../../server/node/trace-schema.ts'
import { played, slugs } from '../support/play.ts'

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(
  schema,
)

test('the published schema is the one that the parser has: npm run schema', () => {
  expect(schema).toEqual(traceJsonSchema())
})

const all = workflows.flatMap((workflow) =>
  lessons(workflow).map(({ name }) => [workflow.slug, name] as const),
)

test.each(all)('the trace of %s, lesson %s, is what its schema says', async (workflow, lesson) => {
  const trace = await played({ workflow, lesson })
  expect(trace.messages.length).toBeGreaterThan(0)
  expect(validate(trace) || validate.errors).toBe(true)
})

test('a response without a status is not a trace', async () => {
  const trace = await played({ workflow: slugs.code })
  const broken = structuredClone(trace) as unknown as {
    messages: { kind: string; http: { status: unknown } }[]
  }
  const response = broken.messages.find(({ kind }) => kind === 'response')
  if (response !== undefined) response.http.status = null
  expect(validate(broken)).toBe(false)
})

describe.each(Object.values(slugs))('%s', (workflow) => {
  test('messages are numbered from one, and their ids are unique', async () => {
    const { messages } = await played({ workflow })
    expect(messages.map(({ n }) => n)).toEqual(messages.map((_, index) => index + 1))
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
  })

  test('every exchange is one request and one response, and its cause came before', async () => {
    const { messages } = await played({ workflow })
    const exchanges = new Map<number, string[]>()
    for (const { exchange, kind, cause } of messages) {
      if (exchange === null || kind === 'self') continue
      exchanges.set(exchange, [...(exchanges.get(exchange) ?? []), kind])
      if (cause !== null) expect(cause).toBeLessThan(exchange)
    }
    for (const kinds of exchanges.values()) expect(kinds).toEqual(['request', 'response'])
  })

  test('the protocol clock never goes back', async () => {
    const times = (await played({ workflow })).messages.map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
  })

  test('what was changed was there before', async () => {
    const { messages } = await played({ workflow })
    expect(replay({ messages })).toEqual([])
  })
})

/** Folds the changes and lists those whose `before` is not what the fold holds. */
const replay = ({ messages }: Pick<Trace, 'messages'>): readonly string[] => {
  const memory = new Map<string, unknown>()
  const wrong: string[] = []
  for (const { n, changes } of messages) {
    for (const { where, op, key, before, after } of changes) {
      const place = `${where} ${key}`
      const held = memory.get(place) ?? null
      if ((before === null) !== (held === null)) wrong.push(`message ${n}: ${op} ${place}`)
      if (op === 'set') memory.set(place, after)
      else memory.delete(place)
    }
  }
  return wrong
}
