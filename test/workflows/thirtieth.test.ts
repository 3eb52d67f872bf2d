import { describe, expect, test } from 'vitest'
import { lessons, workflows, type Workflow } from '../../scenarios/catalogue/index.ts'
import { row } from '../../scenarios/catalogue/workflows.ts'
import { stolenCredentialsOf } from '../../scenarios/machine/credentials.ts'
import { prepareRun } from '../../server/run.ts'
import { partings } from '../model/workflow/agree.ts'
import { coverOf, waysThrough } from '../model/workflow/explore.ts'
import { scopesOf } from '../model/workflow/scopes.ts'
import { played } from '../support/play.ts'

/** Compositions that nobody has published, each a row and nothing else. */
// oxfmt-ignore
const added: readonly Workflow[] = [
  row('webapp', 'native',             'jwt-cookie',        { sso: false, published: null }, 'native-login-form-jwts-cookies'),
  row('spa',    'password-grant',     'jwt-cookie',        { sso: false, published: null }, 'password-grant-jwts-cookies'),
  row('mobile', 'password-grant',     'jwt-local-storage', { sso: false, published: null }, 'password-grant-jwts'),
]

const environment = { workflows: [...workflows, ...added] }

test('a row may be added that is in no catalogue yet', () => {
  for (const { slug } of added) expect(workflows.map((one) => one.slug)).not.toContain(slug)
})

describe.each(added)('the added row $slug', (workflow) => {
  const { slug } = workflow

  test('plays every lesson to its end', async () => {
    for (const { name, events } of lessons(workflow)) {
      const trace = await played({ workflow: slug, lesson: name }, environment)
      expect([name, trace.events]).toEqual([name, events])
    }
  })

  test('lets the Hacker in by what it leaves with the user, and nothing else is stolen', async () => {
    const { outcome } = await played({ workflow: slug }, environment)
    expect(stolenCredentialsOf(workflow)).toEqual(['jwt'])
    expect(outcome.find(({ id }) => id === 'hacker-sees-the-cart.stolen-jwt')?.holds).toBe(true)
    expect(outcome.some(({ id }) => id.endsWith('refresh-token'))).toBe(false)
  })

  test('has a machine that agrees with its world', { timeout: 120_000 }, async () => {
    for (const scope of scopesOf(workflow)) {
      const { config } = await prepareRun(
        { workflow: slug, defences: scope.defences ?? {}, profile: scope.profile ?? 'fidelity' },
        { ...environment, rehearse: false },
      )
      const ways = coverOf(waysThrough(config, scope), ({ taken }) => taken)
      const found: string[] = []
      for (const way of ways) found.push(...(await partings(workflow, config, way, scope.profile)))
      expect(found).toEqual([])
    }
  })
})
