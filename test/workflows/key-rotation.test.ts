import { describe, expect, test } from 'vitest'
import { lessonByName, workflows } from '../../scenarios/catalogue/index.ts'
import { cartOf } from '../../scenarios/catalogue/outcomes.ts'
import { keepsRefreshToken } from '../../scenarios/machine/credentials.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { played, playedAnew } from '../support/play.ts'

const lesson = 'key-rotation'

const withLesson = workflows.filter((workflow) => lessonByName(workflow, lesson) !== undefined)

const rotated = ({ slug }: { readonly slug: string }): Promise<Trace> =>
  played({ workflow: slug, lesson })

/** The messages before the first key is deleted, and those after the last. */
const parts = ({ messages }: Trace): readonly [readonly Message[], readonly Message[]] => {
  const deletes = messages.filter(({ http }) => http?.method === 'DELETE').map(({ n }) => n)
  return [
    messages.filter(({ n }) => n < Math.min(...deletes)),
    messages.filter(({ n }) => n > Math.max(...deletes)),
  ]
}

const sees = (agent: string, messages: readonly Message[]): number =>
  messages.filter((message) => message.to === agent && cartOf(message) !== null).length

const agentOf = ({ client }: { readonly client: string }): string =>
  client === 'mobile' ? 'Mobile' : 'Browser'

test('the lesson is there where the user’s device holds a JWT, and nowhere else', () => {
  const names = (all: typeof workflows): readonly string[] => all.map(({ slug }) => slug)
  const jwts = workflows.filter(({ sessionStrategy }) => sessionStrategy.startsWith('jwt'))
  expect(names(withLesson)).toEqual(names(jwts))
  expect(withLesson.length).toBeGreaterThan(10)
})

describe.each(withLesson.map((workflow) => [workflow.slug, workflow] as const))(
  '%s',
  (_, workflow) => {
    test('nobody notices a new key while the old one is kept, and the thief is out once it is deleted', async () => {
      const [before, after] = parts(await rotated(workflow))
      expect(sees(agentOf(workflow), before)).toBe(2)
      expect(sees('Hacker', before)).toBe(1)
      expect(sees('Hacker', after)).toBe(0)
    })

    test('the user comes back in, and types a password only where nothing else is left', async () => {
      const [, after] = parts(await rotated(workflow))
      expect(sees(agentOf(workflow), after)).toBe(1)
      const typed = after.some(
        ({ from, http }) =>
          from !== 'Hacker' && /password["=]/.test(http?.body ?? '') && http?.method === 'POST',
      )
      expect(typed).toBe(!keepsRefreshToken(workflow) && !workflow.sso)
    })
  },
)

describe('FusionAuth', () => {
  const kidsIn = ({ http }: Message): readonly string[] =>
    (JSON.parse(http?.body ?? '{}') as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)

  test('publishes none of the old keys once they are deleted', async () => {
    for (const workflow of withLesson) {
      const { messages } = await rotated(workflow)
      const listed = messages.filter(({ id }) => /\.keys-response/.test(id)).flatMap(kidsIn)
      const published = messages.filter(({ id }) => /\.jwks-response/.test(id)).map(kidsIn)
      expect(published.length).toBeGreaterThan(1)
      expect(published.at(-1)).toHaveLength(1)
      expect(listed).not.toContain(published.at(-1)?.[0])
    }
  })

  test('is told to verify with the old key as long as it is kept, and with no other afterwards', async () => {
    for (const workflow of withLesson) {
      const { messages } = await rotated(workflow)
      const lists = messages
        .filter(({ http }) => http?.method === 'PATCH')
        .map(
          ({ http }) =>
            /"accessTokenVerificationKeyIds":(null|\["[^"]+"\])/.exec(http?.body ?? '')?.[1],
        )
      const [first] = messages.filter(({ id }) => /\.keys-response/.test(id))
      const { keys } = JSON.parse(first?.http?.body ?? '{}') as { keys: { id: string }[] }
      expect(lists).toEqual([JSON.stringify(keys.map(({ id }) => id)), 'null'])
    }
  })
})

test('the same seed makes the same keys and the same trace', async () => {
  const [workflow] = withLesson
  if (workflow === undefined) throw new Error('no workflow has the lesson')
  const again = await playedAnew({ workflow: workflow.slug, lesson })
  expect(JSON.stringify(again)).toBe(JSON.stringify(await rotated(workflow)))
})
