import { expect, test } from 'vitest'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { done } from '../support/play.ts'

const headings = (text: string): readonly string[] =>
  [...text.matchAll(/<h1>(.*?)<\/h1>/gs)].map(([, heading = '']) => heading)

const isId = /[0-9a-f]{8}-[0-9a-f]{4}-/

test.each(workflows)('nobody is greeted by an id: $slug', async (workflow) => {
  const again = { type: 'learner.open', app: 'Store' } as const
  const { messages } = await done(
    { workflow: workflow.slug },
    [...logIn(workflow, 'Store'), again],
    { rehearse: false },
  )
  const shown = messages.flatMap(({ changes, http }) => [
    ...headings(http?.body ?? ''),
    ...changes
      .filter(({ where }) => where.endsWith('.pages'))
      .flatMap(({ after }) => headings(JSON.stringify(after))),
  ])
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter((heading) => isId.test(heading))).toEqual([])
})
