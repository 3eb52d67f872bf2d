import { describe, expect, it } from 'vitest'
import { closestMatch } from '../../scenarios/closest-match.ts'

const fruit = ['apple', 'banana', 'cherry', 'pineapple']

describe('the nearest known word', () => {
  it.each([
    ['apple', 'apple'],
    ['APPLE', 'apple'],
    ['aplpe', 'apple'],
    ['banan', 'banana'],
    ['chery', 'cherry'],
    ['pine', 'pineapple'],
    ['', 'apple'],
    ['entirely different', 'pineapple'],
  ])('to "%s" is %s', (typed, known) => {
    expect(closestMatch(typed, fruit)).toBe(known)
  })

  it('counts a swap of neighbours as one slip', () => {
    expect(closestMatch('ba', ['ca', 'ab'])).toBe('ca')
    expect(closestMatch('abdc', ['abxy', 'abcd'])).toBe('abcd')
  })

  it('is found quickly for a word of any length', () => {
    expect(closestMatch('a'.repeat(1_000_000), fruit)).toBeDefined()
  })

  it('does not exist when no word is known', () => {
    expect(closestMatch('apple', [])).toBeUndefined()
  })
})
