import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLab } from '../node/client.ts'
import { cases, patience } from '../support/cases.ts'
import { hostileText, jsonText } from './support/hostile.ts'

const members = `
  workflow lesson seed defences event type app credentials loginId password what seconds at to
  branch
`
  .trim()
  .split(/\s+/)

const leaves = `
  webapp/oauth-code webapp/native-login tour Store Forums right wrong-password session
  refresh-token learner.open learner.submit clock.advance clock.expire hacker.steal hacker.load
`
  .trim()
  .split(/\s+/)

const typed = 'typed-into-the-lab-99ee88'

const request = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'DELETE', 'PUT', 'HEAD'),
  path: fc.constantFrom(
    '',
    '/ID',
    '/ID/trace',
    '/ID/events',
    '/ID/seek',
    '/ID/fork',
    '/ID/branch',
    '/x',
  ),
  type: fc.constantFrom('application/json', 'application/json', 'text/plain', ''),
  host: fc.constantFrom('127.0.0.1:4173', '127.0.0.1:4173', 'localhost', 'evil.example', '[::1'),
  body: fc.oneof(jsonText(members, leaves), hostileText),
})

describe('The API for runs', patience, () => {
  test('answers anything with JSON and less than 500', async () => {
    const lab = createLab({ runs: 1_000_000 })
    const created = await lab.api.request('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workflow: 'webapp/oauth-code' }),
    })
    const { id } = (await created.json()) as { id: string }
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, type, host, body }) => {
        const own = method === 'DELETE' ? 'made-up' : id
        const response = await lab.api.request(`/api/runs${path.replace('ID', own)}`, {
          method,
          headers: { host, ...(type !== '' && { 'content-type': type }) },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
        })
        const text = await response.text()
        expect(response.status).toBeLessThan(500)
        if (text !== '') JSON.parse(text)
        for (const [name, value] of response.headers) expect(name + value).not.toMatch(/[\r\n]/)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      cases(800),
    )
    expect(lab.log).toEqual([])
  })

  test('never repeats a password in a refusal', async () => {
    const lab = createLab()
    const wrong = fc.record({
      type: fc.constantFrom('learner.submit', 'learner.open', 'made.up'),
      app: fc.constantFrom('Store', 'made up'),
      credentials: fc.oneof(
        fc.record({ loginId: hostileText, password: fc.constant(typed) }),
        fc.record({ password: fc.constant(typed), more: hostileText }),
        fc.record({ loginId: fc.constant(1), password: fc.constant([typed]) }),
      ),
    })
    const created = await lab.api.request('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workflow: 'webapp/oauth-code' }),
    })
    const { id } = (await created.json()) as { id: string }
    await fc.assert(
      fc.asyncProperty(wrong, async (event) => {
        const response = await lab.api.request(`/api/runs/${id}/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ event }),
        })
        if (response.status !== 200) expect(await response.text()).not.toContain(typed)
      }),
      cases(400),
    )
  })
})
