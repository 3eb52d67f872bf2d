import { parseTrace } from '../../../scenarios/recorded/parse.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import type { Said } from './said.ts'

/** Files that are no traces, and why. */
export const unreadable = (trace: Trace): readonly Said[] => {
  const small = { ...trace, messages: trace.messages.slice(0, 4), dividers: [], outcome: [] }
  const wrong: readonly Json[] = [null, 'x', 1, [], {}, 'a\nb', '\n', [['A', 'b']]]
  const broken: unknown[] = [
    null,
    { ...small, messages: [{ ...small.messages[0], n: 7 }] },
    {
      ...small,
      messages: [small.messages[0], { ...small.messages[1], id: small.messages[0]?.id }],
    },
    {
      ...small,
      messages: [
        { ...small.messages[0], changes: [{ where: 'A.b', op: 'set', key: '', after: 1 }] },
      ],
    },
    { ...small, participants: ['Browser'] },
    { ...small, dividers: [{ before: 99, kind: 'sso' }] },
    { ...small, outcome: [{ id: 'x', holds: true, evidence: [99] }] },
  ]
  const spoil = (value: unknown, put: (other: unknown) => unknown, depth: number): void => {
    for (const other of [...wrong, undefined, '']) broken.push(put(other))
    if (depth === 0 || typeof value !== 'object' || value === null) return
    for (const [name, member] of Object.entries(value).slice(0, 30))
      spoil(
        member,
        (other) =>
          put(
            Array.isArray(value)
              ? value.map((old: unknown, at) => (String(at) === name ? other : old))
              : { ...value, [name]: other },
          ),
        depth - 1,
      )
  }
  spoil(small, (other) => other, 4)
  const texts = broken.flatMap((value): readonly Said[] => {
    const parsed = parseTrace(JSON.stringify(value) ?? '')
    return parsed.ok ? [] : [['recording', parsed.problem]]
  })
  const long = parseTrace(' '.repeat(33 * 1024 * 1024))
  return long.ok ? texts : [...texts, ['recording', long.problem]]
}
