import { describe, expect, test } from 'vitest'
import { find, openHere, openPlayer, until } from './player.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

const noteAt = async (step: string): Promise<string> => {
  const { lab } = await openPlayer({ workflow, step, openRun: openHere })
  const told = (): string =>
    lab.shadowRoot?.querySelector('lab-story')?.shadowRoot?.textContent ?? ''
  await until('the message is told', () => told().includes('published diagram'))
  return told()
}

test('an arrow that the published diagram gets wrong says what is wrong', async () => {
  const told = await noteAt('refresh.token-request')
  expect(told).toContain('Arrow 16 of the published diagram.')
  expect(told).toContain(sayEnglish({ code: 'erratum', params: { erratum: 'E1' } }))
})

test('an arrow that the published diagram leaves out says so', async () => {
  expect(await noteAt('login.jwks-request')).toContain('Not in the published diagram.')
})

test('an answer that rests on an assumption about FusionAuth says so', async () => {
  expect(await noteAt('refresh.token-response')).toContain('Unverified against a real server.')
})

test('FusionAuth can be hardened, and then a refresh brings a new refresh token', async () => {
  const { lab } = await openPlayer({ workflow, step: 'refresh.cart-response', openRun: openHere })
  const token = (): string | undefined =>
    (lab.state.run.kind === 'open' ? lab.state.run.playback.run.trace.messages : [])
      .find(({ id }) => id === 'refresh.cart-response')
      ?.changes.find(({ key }) => key === 'rt@store.example.com')?.op
  const profile = (): string | null =>
    lab.state.run.kind === 'open' ? lab.state.run.playback.run.trace.profile : null
  await until('the first run is open', () => profile() === 'fidelity')
  const select = find(lab, 'lab-header', 'lab-menu', '.profile select') as HTMLSelectElement
  select.value = 'hardened'
  select.dispatchEvent(new Event('change'))
  await until('the hardened run is open', () => profile() === 'hardened')
  await lab.goTo('refresh.cart-response')
  await until('the refresh has happened', () => token() === 'set')
  const { messages } =
    lab.state.run.kind === 'open' ? lab.state.run.playback.run.trace : { messages: [] }
  const cookie = messages
    .find(({ id }) => id === 'refresh.cart-response')
    ?.changes.find(({ key }) => key === 'rt@store.example.com')
  expect(JSON.stringify(cookie?.after)).not.toBe(JSON.stringify(cookie?.before))
  expect(value(cookie?.after)).not.toBe(value(cookie?.before))
})

const value = (cookie: unknown): unknown =>
  typeof cookie === 'object' && cookie !== null && 'value' in cookie ? cookie.value : undefined

describe('a run at a real FusionAuth', () => {
  test.each([
    ['en', 'This run cannot be made again: it stays with the server that it is on'],
    ['es', 'Esta ejecución no se puede repetir: se queda en el servidor en el que está'],
  ])(
    'says where the learner sees where it is that it stays there (%s)',
    async (language, words) => {
      const run = fixtureRun()
      const { trace } = run.state
      const state = {
        ...run.state,
        trace: { ...trace, fusionauth: { ...trace.fusionauth, kind: 'fusionauth' as const } },
      }
      const { fork: _fork, switchTo: _switchTo, ...able } = run
      const real = { ...able, state }
      const { lab } = await openPlayer({ openRun: async () => ({ run: real, place: 'server' }) })
      lab.dispatchEvent(new CustomEvent('lab-language', { detail: language }))
      const badge = (): HTMLElement => find(lab, 'lab-header', '.place')
      await until('the badge says so', () => badge().title.startsWith(words))
      expect(find(lab, 'lab-header', '.stays').textContent).toBe(badge().title)
    },
  )

  test('is the only one that says so', async () => {
    const { lab } = await openPlayer()
    expect(find(lab, 'lab-header').shadowRoot?.querySelector('.stays')).toBeNull()
    expect(find(lab, 'lab-header', '.place').textContent).toBe('Runs in this page')
  })
})
