import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command } from '../support/command.ts'
import { type Behind, openBehind } from './support/behind.ts'

/** Programs start here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

const cors = () => behind.standIn.memory.systemConfiguration.get('system')?.corsConfiguration

/** What an operator of the FusionAuth lets others. */
const set = async (corsConfiguration: object): Promise<void> => {
  const systemConfiguration = { corsConfiguration } as never
  await behind.operator().updateSystemConfiguration({ systemConfiguration })
}

const theirs = {
  enabled: true,
  allowCredentials: false,
  allowedHeaders: [],
  allowedMethods: ['GET'],
  allowedOrigins: ['https://mine.example.org'],
}

const provision = async (...words: string[]): Promise<string> => {
  const env = { FUSIONAUTH_URL: behind.origin, FUSIONAUTH_API_KEY: behind.apiKey }
  const { status, out, error } = await command('provision', words, env)
  expect(`${error}${status}`).toBe('0')
  return out
}

test('provision --remove leaves the CORS of others exactly as it was, however often it was set up', async () => {
  await set(theirs)
  const before = cors()
  await provision()
  expect(cors()).not.toEqual(before)
  await provision()
  expect(await provision('--remove')).toContain('CORS: removed (it is as it was before)')
  expect(cors()).toEqual(before)
})

test('what somebody sets between two times of setting up is put back, too', async () => {
  await set(theirs)
  await provision()
  const { allowedOrigins = [] } = cors() ?? {}
  const others = { ...cors(), allowCredentials: false, exposedHeaders: ['X-Theirs'] }
  await set({ ...others, allowedOrigins: [...allowedOrigins, 'https://new.example.org'] })
  await provision()
  await provision('--remove')
  expect(cors()).toMatchObject({
    ...theirs,
    allowedOrigins: ['https://mine.example.org', 'https://new.example.org'],
    exposedHeaders: ['X-Theirs'],
  })
})

test('where somebody has changed CORS since, provision --remove takes its own origins away and says what stays', async () => {
  await set(theirs)
  await provision()
  const { allowedOrigins = [] } = cors() ?? {}
  await set({ ...cors(), allowedOrigins: [...allowedOrigins, 'https://new.example.org'] })
  const out = await provision('--remove')
  expect(cors()).toMatchObject({
    allowCredentials: true,
    allowedOrigins: ['https://mine.example.org', 'https://new.example.org'],
  })
  expect(out).toMatch(
    /CORS: removed \(.*; allowCredentials stays true, was false; allowedHeaders keeps Content-Type; allowedMethods keeps POST: somebody has changed it since.*Settings, System, CORS/,
  )
})

test('where it is not known how CORS was before, provision --remove says what stays', async () => {
  await set(theirs)
  await behind.allowScripts()
  expect(await provision('--remove')).toMatch(
    /CORS: removed \(.*; allowCredentials stays true; .*: what was there before Login Lab is not known/,
  )
  expect(cors()?.allowedOrigins).toEqual(['https://mine.example.org'])
})
