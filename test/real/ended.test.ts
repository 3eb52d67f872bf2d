import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openerFor } from '../../server/node/open.ts'
import { slugs } from '../support/play.ts'
import { createLab, post } from '../node/client.ts'
import { type Behind, openBehind } from './support/behind.ts'

vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

/** A server for runs at a real FusionAuth, and a run in it that waits. */
const waiting = async () => {
  const fusionauth = { url: behind.origin, apiKey: behind.apiKey }
  const lab = createLab(
    {},
    {
      fusionauth: 'fusionauth',
      openRun: openerFor({ fusionauth, bounds: defaultBounds }, behind.tenants),
      workflows: [slugs.code],
    },
  )
  const { body } = await post(lab.api, '/api/runs', { workflow: slugs.code })
  const path = `/api/runs/${body.id}`
  for (const event of login) await post(lab.api, `${path}/events`, { event })
  const event: LabEvent = { type: 'clock.advance', seconds: 15 }
  const answer = post(lab.api, `${path}/events`, { event })
  await setTimeout(200)
  return { lab, path, answer }
}

test('a run that is closed while a step waits answers that step with 410, and why', async () => {
  const { lab, path, answer } = await waiting()
  await lab.api.request(path, { method: 'DELETE', headers: { host: 'localhost' } })
  const { status, body } = await answer
  expect([status, body.problem]).toEqual([410, 'This run was closed.'])
})

test('a server that stops while a step waits answers that step with 410, and why', async () => {
  const { lab, answer } = await waiting()
  lab.stop()
  const { status, body } = await answer
  expect([status, body.reason.code]).toEqual([410, 'problem.lab-stopped'])
})
