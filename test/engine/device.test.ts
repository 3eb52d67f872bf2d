import { expect, test } from 'vitest'
import { createClock } from '../../scenarios/engine/clock.ts'
import { createPhone } from '../../scenarios/engine/drivers/device.ts'
import { seededRandom } from '../../scenarios/engine/random.ts'
import { createRecorder } from '../../scenarios/engine/recorder.ts'
import type { Program } from '../../scenarios/engine/script/page-script.ts'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { WireRequest, WireResponse } from '../../scenarios/model/wire.ts'
import { fusionAuth, openBrowser, pageWith, sibling, store } from './support/browser.ts'
import { inEnglish } from '../support/texts.ts'

const callback = `${store}/app-callback`

/** A phone whose app opens FusionAuth in the browser, which sends it straight back. */
const openPhone = (answering: (request: WireRequest) => Partial<WireResponse>) => {
  const clock = createClock(0)
  const naming = {
    exchangeName: () => 'x',
    exchangePhase: () => 'login' as const,
    selfPhase: () => 'login' as const,
  }
  const recorder = createRecorder(clock, naming, () => null)
  const seen: string[] = []
  const app: Program = async (page) => {
    seen.push(page.location.href)
    if (page.location.pathname === '/') await page.assign(`${fusionAuth}/oauth2/authorize`)
  }
  const requests: WireRequest[] = []
  const phone = createPhone(
    {
      clock,
      recorder,
      participantAt: () => 'FusionAuth',
      deliver: (request) => {
        requests.push(request)
        return Promise.resolve({ status: 200, headers: [], body: '', ...answering(request) })
      },
      programs: new Map([['mobile', app]]),
      random: (label) => seededRandom(label),
    },
    { redirectUri: callback },
  )
  return { phone, recorder, requests, seen }
}

const launch = { program: 'mobile', settings: null }

test('an app opens pages of others in the phone’s own browser, which is in front then', async () => {
  const { phone, requests } = openPhone(() => pageWith([], '<title>Login</title>'))
  const landing = await phone.device.launch('Store', `${store}/`, launch)
  expect(requests.map(({ url }) => url)).toEqual([`${fusionAuth}/oauth2/authorize`])
  expect(headerOf(requests[0]?.headers ?? [], 'sec-fetch-mode')).toBe('navigate')
  expect(landing.page?.title).toBe('Login')
  expect(phone.front().name).toBe('Browser')
})

test('an address that the app claimed leads back to it, and nobody is asked for it', async () => {
  const { phone, requests, recorder, seen } = openPhone(() => ({
    status: 302,
    headers: [['location', `${callback}?code=1`]],
  }))
  await phone.device.launch('Store', `${store}/`, launch)
  expect(requests).toHaveLength(1)
  expect(seen).toEqual([`${store}/`, `${callback}?code=1`])
  expect(phone.front().name).toBe('Mobile')
  expect(recorder.messages.at(-1)).toMatchObject({ from: 'Browser', kind: 'self' })
})

test('an address that only begins like the claimed one is not handed over', async () => {
  const { requests } = await (async () => {
    const opened = openPhone(({ url }) =>
      url.startsWith(fusionAuth)
        ? { status: 302, headers: [['location', `${callback}-evil?code=1`]] }
        : pageWith(),
    )
    await opened.phone.device.launch('Store', `${store}/`, launch)
    return opened
  })()
  expect(requests.at(-1)?.url).toBe(`${callback}-evil?code=1`)
})

test('two pages that ask one server for a cookie have one between them: the second overwrites', async () => {
  const browser = openBrowser(
    ({ url, headers }) =>
      url.startsWith(fusionAuth)
        ? {
            headers: [
              ['access-control-allow-origin', headerOf(headers, 'origin') ?? ''],
              ['access-control-allow-credentials', 'true'],
              ['set-cookie', `refresh_token=${headerOf(headers, 'origin')}; Secure; SameSite=None`],
            ],
          }
        : pageWith(),
    {
      test: async (page) => {
        await page.fetch(`${fusionAuth}/api/login`, { credentials: 'include' })
      },
    },
  )
  const told = () =>
    browser.recorder.messages
      .filter(({ id }) => id.includes('clobbered'))
      .map(({ label }) => inEnglish(label))
  await browser.agent.visit('Store', `${store}/`)
  await browser.agent.visit('Store', `${store}/`)
  expect(told()).toEqual([])
  await browser.agent.visit('Forums', `${sibling}/`)
  expect(told()).toEqual(['Overwrites what store.example.com had: refresh_token'])
})
