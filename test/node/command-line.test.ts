import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { command } from '../support/command.ts'

const commands = ['compare', 'matrix', 'provision', 'stand-in', 'trace'] as const

test.each(commands)('%s --help prints how it is used, and does nothing else', async (name) => {
  const { status, out, error } = await command(name, ['--help'])
  expect(out).toMatch(new RegExp(`^Usage: npm run (-s )?${name} -- `))
  expect({ status, error }).toEqual({ status: 0, error: '' })
})

test.each(commands)('%s refuses an option that there is not, in one line', async (name) => {
  const { status, out, error } = await command(name, ['--nonsense'])
  expect(error).toMatch(/^Unknown option '--nonsense'.*--help\n$/)
  expect({ status, out }).toEqual({ status: 2, out: '' })
})

test.each(['matrix', 'provision', 'stand-in'])(
  '%s refuses a word that it has no use for',
  async (name) => {
    const { status, out, error } = await command(name, ['check'])
    expect(error).toMatch(/^Unexpected argument 'check'.*--help\n$/)
    expect({ status, out }).toEqual({ status: 2, out: '' })
  },
)

test('an option without its value is refused', async () => {
  const { status, error } = await command('stand-in', ['--port'])
  expect(error).toMatch(/^Option '--port <value>' argument missing\. See .* --help\n$/)
  expect(status).toBe(2)
})

test('the published matrix is left as it is by a command that is refused', async () => {
  const file = new URL('../../scenarios/matrix/matrix.json', import.meta.url)
  const before = { text: readFileSync(file, 'utf8'), written: statSync(file).mtimeMs }
  await command('matrix', ['--chekc'])
  expect({ text: readFileSync(file, 'utf8'), written: statSync(file).mtimeMs }).toEqual(before)
})
