import { expect, test } from 'vitest'
import { lessonByName, workflows } from '../../scenarios/catalogue/index.ts'
import { keepsRefreshToken } from '../../scenarios/machine/credentials.ts'

test('who comes back without a form has nothing left that could renew the login', () => {
  const told = workflows.flatMap((workflow) => {
    const events = lessonByName(workflow, 'silent-relogin')?.events
    if (events === undefined) return []
    const revokes = events.some(({ type }) => type === 'fusionauth.revoke')
    return [[workflow.slug, revokes, keepsRefreshToken(workflow)] as const]
  })
  expect(told.length).toBeGreaterThan(5)
  expect(told.filter(([, revokes, keeps]) => revokes !== keeps)).toEqual([])
})
