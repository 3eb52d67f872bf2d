import { expect } from 'vitest'
import { createReference, type Policy } from './reference.ts'
import type { Step } from './steps.ts'
import { createSystem } from './system.ts'

/** The values of a family by generation, and which generation client and hacker hold. */
interface Line {
  readonly values: string[]
  client: number
  hacker: number | undefined
}

/** Does every step to both, and compares what is answered and what lives afterwards. */
export const agree = async (policy: Policy, steps: readonly Step[]): Promise<void> => {
  const reference = createReference(policy)
  const system = createSystem(policy)
  const lines: Line[] = []
  const everSeen = new Set<string>()

  const note = (line: Line, generation: number, value: string): void => {
    if (generation === line.values.length) {
      expect(everSeen.has(value), 'a new value was never seen before').toBe(false)
      everSeen.add(value)
      line.values.push(value)
    }
    expect(value).toBe(line.values[generation])
  }

  const present = async (
    index: number,
    generation: number,
    at: 'token endpoint' | 'API',
  ): Promise<number | undefined> => {
    const line = lines[index]
    const value = line?.values[generation]
    if (line === undefined || value === undefined) return undefined
    const expected = reference.refresh(index, generation)
    const held = await system.refresh(value, at)
    expect(held === undefined ? 'refused' : 'granted').toBe(
      expected === 'refused' ? 'refused' : 'granted',
    )
    if (held === undefined || expected === 'refused') return undefined
    note(line, expected, held.value)
    expect(held.authenticated).toBe(reference.authenticated(index))
    return expected
  }

  const logIn = async (step: Extract<Step, { do: 'log in' }>): Promise<void> => {
    const expected = reference.login(step)
    const { seen, code } = await system.login(step)
    expect(seen).toBe(expected.seen)
    if (expected.seen === 'refused') return
    const held = await system.redeem(code)
    expect(held?.authenticated).toBe(expected.authenticated)
    const line: Line = { values: [], client: 0, hacker: undefined }
    note(line, 0, held?.value ?? '')
    lines.push(line)
    if (!step.replayed) return
    expect(await system.redeem(code), 'a code is redeemed once').toBeUndefined()
    reference.revoke(lines.length - 1)
  }

  const perform = async (step: Step): Promise<void> => {
    if (step.do === 'log in') return logIn(step)
    if (step.do === 'wait') {
      reference.wait(step.seconds)
      return system.wait(step.seconds)
    }
    if (step.do === 'log out') {
      reference.logOut(step.browser)
      return system.logOut(step.browser)
    }
    if (step.do === 'revoke all') {
      reference.revokeAll()
      return system.revokeAll()
    }
    const index = step.family % Math.max(lines.length, 1)
    const line = lines[index]
    if (line === undefined) return
    switch (step.do) {
      case 'steal':
        line.hacker = line.client
        return
      case 'refresh': {
        const generation = line[step.holder]
        if (generation === undefined) return
        line[step.holder] = (await present(index, generation, step.at)) ?? generation
        return
      }
      case 'reuse':
        await present(index, reference.current(index) - step.back, 'token endpoint')
        return
      case 'revoke': {
        const value = line.values.at(-1) ?? ''
        reference.revoke(index)
        return system.revoke(new URLSearchParams({ token: value }).toString())
      }
      case 'log out by API':
        // What a logout with a value does that was replaced is said nowhere.
        if (line.client !== reference.current(index)) return
        reference.logOutByApi(index, step.everywhere)
        return system.logOutByApi(line.values[line.client] ?? '', step.everywhere)
    }
  }

  for (const step of steps) {
    await perform(step)
    const expected = reference.living()
    const living = await system.living()
    expect(living.tokens.toSorted()).toEqual(
      expected.families.map((index) => lines[index]?.values.at(-1) ?? '').toSorted(),
    )
    expect(living.sessions).toBe(expected.sessions)
  }
}
