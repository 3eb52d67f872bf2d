import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Agent } from '../../../scenarios/engine/agent.ts'
import type { WireRequest } from '../../../scenarios/model/wire.ts'
import { account } from './provider.ts'
import { openWorld } from './world.ts'

type World = Awaited<ReturnType<typeof openWorld>>

let world: World
let browser: Agent

beforeEach(async () => {
  // The provider says at length that it is set up for a test.
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'info').mockReturnValue()
  world = await openWorld()
  browser = world.openBrowser()
})

afterEach(async () => {
  await world.close()
  vi.restoreAllMocks()
})

const shown = (tab: string) => {
  const page = browser.page(tab)
  if (page === null) throw new Error(`the tab ${tab} is empty`)
  return page
}

/** Submits the first form of the page in a tab, with some fields filled in. */
const submit = (tab: string, filled: Readonly<Record<string, string>> = {}) => {
  const [form] = shown(tab).forms
  if (form === undefined) throw new Error(`no form at ${shown(tab).url}`)
  const fields = new URLSearchParams()
  for (const { name, value } of form.fields) fields.set(name, filled[name] ?? value)
  for (const [name, value] of Object.entries(filled)) fields.set(name, value)
  return browser.submit(tab, form, fields)
}

const hasField = (tab: string, name: string): boolean =>
  shown(tab).forms.some(({ fields }) => fields.some((field) => field.name === name))

/** Opens an application's protected page and goes through the provider's pages as a user would. */
const logIn = async (name: 'Store' | 'Forums') => {
  await browser.visit(name, world.addressOf(name))
  if (hasField(name, 'password')) await submit(name, { login: account.id, password: 'any' })
  for (let page = 0; page < 2 && shown(name).url.startsWith(world.issuer); page++)
    await submit(name)
}

const cookie = (name: string, domain = 'store.example.com') =>
  browser.jar().find((one) => one.name === name && one.domain === domain)?.value

const bodies = (path: string): readonly URLSearchParams[] =>
  world.backChannel
    .filter(({ url }: WireRequest) => new URL(url).pathname === path)
    .map(({ body }) => new URLSearchParams(body))

const content = (): string => world.recorder.messages.at(-1)?.http?.body ?? ''

test('oidcc-client-test: the Store logs in at a provider that we did not write', async () => {
  await logIn('Store')
  expect(shown('Store').url).toBe(world.addressOf('Store'))
  expect(content()).toContain('Your cart, Ada Winter')
  expect(bodies('/token').map((body) => body.get('grant_type'))).toEqual(['authorization_code'])
  expect(cookie('sid')).toMatch(/^[\w-]{27}$/)
  expect(cookie('rt')).not.toBe('')
})

test('CL-19: everything that an application asks the provider goes to its own addresses', async () => {
  await logIn('Store')
  const paths = world.backChannel.map(({ url }) => new URL(url).pathname)
  expect(paths).toEqual(['/token', '/jwks'])
})

test('CL-16: a refresh brings a new refresh token, and the next one uses that', async () => {
  await logIn('Store')
  const seen = [cookie('rt')]
  for (let round = 0; round < 3; round++) {
    world.clock.advance(31 * 60_000)
    await browser.visit('Store', world.addressOf('Store'))
    expect(content()).toContain('Ada Winter')
    seen.push(cookie('rt'))
  }
  expect(new Set(seen).size).toBe(4)
  const used = bodies('/token').map((body) => body.get('refresh_token'))
  expect(used).toEqual([null, ...seen.slice(0, 3)])
})

test('CL-23: eight requests at once use a token once, so that the provider sees no theft in it', async () => {
  await logIn('Store')
  world.clock.advance(31 * 60_000)
  await Promise.all(
    Array.from({ length: 8 }, (_, tab) => browser.visit(`tab ${tab}`, world.addressOf('Store'))),
  )
  for (let tab = 0; tab < 8; tab++) expect(shown(`tab ${tab}`).title).toBe('Your cart')
  expect(bodies('/token')).toHaveLength(2)
  world.clock.advance(31 * 60_000)
  await browser.visit('Store', world.addressOf('Store'))
  expect(shown('Store').title).toBe('Your cart')
})

test('a refresh token that was used before is refused, and the user logs in again', async () => {
  await logIn('Store')
  const old = browser.jar().find(({ name }) => name === 'rt')
  world.clock.advance(31 * 60_000)
  await browser.visit('Store', world.addressOf('Store'))
  if (old !== undefined) browser.plant(old)
  world.clock.advance(31 * 60_000)
  await browser.visit('Store', world.addressOf('Store'))
  expect(shown('Store').url.startsWith(world.issuer)).toBe(true)
  await logIn('Store')
  expect(shown('Store').title).toBe('Your cart')
  expect(bodies('/token').map((body) => body.get('grant_type'))).toEqual([
    'authorization_code',
    'refresh_token',
    'refresh_token',
    'refresh_token',
    'authorization_code',
  ])
})

test('Forums is entered by the single sign-on of the provider', async () => {
  await logIn('Store')
  await browser.visit('Forums', world.addressOf('Forums'))
  expect(hasField('Forums', 'password')).toBe(false)
  if (shown('Forums').url.startsWith(world.issuer)) await submit('Forums')
  expect(content()).toContain('Posts for Ada Winter')
})

test('oidcc-client-test-rp-init-logout: a logout ends both sessions, and the next login asks for the password', async () => {
  await logIn('Store')
  await submit('Store')
  expect(shown('Store').url.startsWith(`${world.issuer}/session/end`)).toBe(true)
  expect(cookie('sid')).toBeUndefined()
  expect(cookie('rt')).toBeUndefined()
  await submit('Store', { logout: 'yes' })
  expect(content()).toContain('You are logged out')
  await browser.visit('Store', world.addressOf('Store'))
  expect(hasField('Store', 'password')).toBe(true)
})

test('a login that is cancelled at the provider ends on a friendly page', async () => {
  await browser.visit('Store', world.addressOf('Store'))
  const cancel = shown('Store').links.find(({ href }) => href.endsWith('/abort'))
  await browser.follow('Store', cancel?.href ?? '')
  expect(shown('Store').status).toBe(400)
  expect(content()).toContain('The login was cancelled')
  expect(world.backChannel).toEqual([])
})
