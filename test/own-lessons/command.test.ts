import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { command } from '../support/command.ts'
import { textOfExample } from './support/examples.ts'

const folder = mkdtempSync(join(tmpdir(), 'own-lessons-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const lesson = (...words: readonly string[]) => command('lesson', words)

test('a lesson that says what happens ends with 0', async () => {
  const path = file('right.yaml', textOfExample('anmeldung.yaml'))
  const { status, out } = await lesson('check', path)
  expect(out).toBe(
    `${path}: “Was bei einer Anmeldung geschieht”, 20 messages, 2 claims: all as it says.\n`,
  )
  expect(status).toBe(0)
})

test('one that says something else ends with 1, and tells the line', async () => {
  const path = file(
    'other.yaml',
    textOfExample('anmeldung.yaml').replace(
      'status, message: load-cart.cart-response, status: 200',
      'status, message: load-cart.cart-response, status: 302',
    ),
  )
  const { status, out } = await lesson('check', path)
  expect(out).toBe(
    `${path}:35:5: claims[1] (message 20): the lesson says that load-cart.cart-response has status 302, but it has status 200.\n`,
  )
  expect(status).toBe(1)
})

test('one of which a step cannot be done ends with 1, and tells which', async () => {
  const path = file(
    'early.yaml',
    textOfExample('acme.yaml').replace(
      '{ type: learner.open, app: Forums }',
      '{ type: hacker.load }',
    ),
  )
  const { status, out } = await lesson('check', path)
  expect(out).toMatch(/early\.yaml:14:5: events\[3\]: /)
  expect(status).toBe(1)
})

test('a file that is no lesson ends with 2, whatever else is right', async () => {
  const wrong = file('wrong.yaml', textOfExample('five-mistakes.yaml'))
  const right = file('right.json', textOfExample('stolen-session.json'))
  const { status, out } = await lesson('check', wrong, right)
  expect(out.match(/wrong\.yaml:\d+:\d+: /g)).toHaveLength(5)
  expect(out).toMatch(/right\.json: .* all as it says/)
  expect(status).toBe(2)
})

test('a file that is not there ends with 2', async () => {
  expect(await lesson('check', join(folder, 'none.yaml'))).toMatchObject({ status: 2 })
})

test('what new prints is a lesson that says what happens', async () => {
  const slug = 'webapp/oauth-authorization-code-grant-sessions'
  const { out } = await lesson('new', slug, '--lesson', 'attack-csrf')
  expect(out).toMatch(/^# yaml-language-server: \$schema=.*scenarios\/lesson\.schema\.json\n/)
  expect(await lesson('check', file('new.yaml', out))).toMatchObject({ status: 0 })
})

test('a name that does not exist ends with 2, and the nearest is proposed', async () => {
  const { status, error } = await lesson('new', 'webapp/native-login')
  expect(error).toMatch(
    /The nearest is "webapp\/native-login-form-to-application-backend-sessions"/,
  )
  expect(status).toBe(2)
})

test('--help prints how it is used', async () => {
  const { status, out } = await lesson('--help')
  expect(out).toMatch(/^Usage: npm run -s lesson -- check FILE…/)
  expect(status).toBe(0)
})
