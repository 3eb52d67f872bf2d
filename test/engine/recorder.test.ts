import { expect, test } from 'vitest'
import { createClock } from '../../scenarios/engine/clock.ts'
import { createRecorder, type Naming } from '../../scenarios/engine/recorder.ts'
import type { WireRequest } from '../../scenarios/model/wire.ts'
import { made } from '../support/texts.ts'

const naming: Naming = {
  exchangeName: ({ url }) => new URL(url).pathname.slice(1),
  exchangePhase: (phase) => phase,
  selfPhase: (phase, _, name) => (name === 'finds-it-over' ? 'refresh' : phase),
}

const opened = () => createRecorder(createClock(0), naming, () => null)

const asking = (name: string): WireRequest => ({
  method: 'GET',
  url: `https://store.example.com/${name}`,
  headers: [],
  body: '',
})
const answer = { status: 200, headers: [], body: '' }

test('what happens twice has two ids', () => {
  const recorder = opened()
  recorder.aside('Browser', 'gives-up', made('Gives up'), 'real')
  recorder.aside('Browser', 'gives-up', made('Gives up'), 'real')
  expect(recorder.messages.map(({ id }) => id)).toEqual([
    'initialize.gives-up',
    'initialize.gives-up.2',
  ])
})

test('what a server asks meanwhile is of the phase in which it asks', () => {
  const recorder = opened()
  recorder.step('learner.load', 'load-cart')
  const load = recorder.request('Browser', 'Store', asking('cart'), null)
  recorder.self('Store', 'finds-it-over', made('Finds the session over'), load)
  recorder.request('Store', 'FusionAuth', asking('token'), load)
  expect(recorder.messages.map(({ id }) => id)).toEqual([
    'load-cart.cart-request',
    'refresh.finds-it-over',
    'refresh.token-request',
  ])
})

test('a change stands once, at the next message of whose it is', () => {
  const recorder = opened()
  const load = recorder.request('Browser', 'Store', asking('cart'), null)
  recorder.changed('Store.appSessions', 'set', 'a', null, 1)
  recorder.aside('Browser', 'waits', made('Waits'), 'real')
  recorder.response(load, answer)
  recorder.request('Store', 'FusionAuth', asking('token'), load)
  expect(recorder.messages.map(({ changes }) => changes.map(({ key }) => key))).toEqual([
    [],
    [],
    ['a'],
    [],
  ])
})
