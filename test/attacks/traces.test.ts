/** @module-tag exhaustive */

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import schema from '../../scenarios/trace.schema.json' with { type: 'json' }
import { played, playedAnew } from '../support/play.ts'
import { tries } from './support.ts'

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(
  schema,
)

/** Each attack once, at the first workflow that it can be tried at. */
const first = [...new Map(tries.toReversed().map(([attack, workflow]) => [attack, workflow]))].map(
  ([attack, workflow]) => [attack.id, workflow.slug] as const,
)

describe('the trace of an attack', () => {
  test.each(first)('%s is what its schema says, and can be opened again', async (id, workflow) => {
    const trace = await played({ workflow, lesson: `attack-${id}` }, { rehearse: false })
    expect(validate(trace) || validate.errors).toBe(true)
    const again = parseTrace(JSON.stringify(trace))
    expect(again.ok ? again.trace : again).toEqual(trace)
  })

  test.each(first)('%s is the same each time', async (id, workflow) => {
    const request = { workflow, lesson: `attack-${id}` }
    const once = await played(request, { rehearse: false })
    // With a rehearsal beforehand, which must leave nothing behind.
    expect(JSON.stringify(await playedAnew(request))).toBe(JSON.stringify(once))
  })

  test('has the same messages under another seed, with other values in them', async () => {
    const [id, workflow] = first[0] ?? ['', '']
    const request = { workflow, lesson: `attack-${id}` }
    const one = await played({ ...request, seed: 'one' }, { rehearse: false })
    const other = await played({ ...request, seed: 'other' }, { rehearse: false })
    expect(one.messages.map(({ id: name }) => name)).toEqual(
      other.messages.map(({ id: name }) => name),
    )
    expect(JSON.stringify(one.messages)).not.toBe(JSON.stringify(other.messages))
  })
})
