import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { type Bindings, bridged } from '../../server/transport/bridge.ts'
import { bridgeSuite } from './bridge.suite.ts'

describe('The bridge in Node', bridgeSuite)

test('A cookie set past Hono fails loudly in Node, where a page would lose it in silence', async () => {
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  app.get('/', () => new Response('x', { headers: { 'set-cookie': 'sid=1' } }))
  app.onError((error, c) => c.text(error.message, 500))
  expect(await (await app.request('/')).text()).toContain('lost in a page')
})
