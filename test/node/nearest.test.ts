import { describe, expect, it } from 'vitest'
import { nearest } from '../../scenarios/nearest.ts'

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
    expect(nearest(typed, fruit)).toBe(known)
  })

  it('counts a swap of neighbours as one slip', () => {
    expect(nearest('ba', ['ca', 'ab'])).toBe('ca')
    expect(nearest('abdc', ['abxy', 'abcd'])).toBe('abcd')
  })

  it('is found quickly for a word of any length', () => {
    expect(nearest('a'.repeat(1_000_000), fruit)).toBeDefined()
  })

  it('does not exist when no word is known', () => {
    expect(nearest('apple', [])).toBeUndefined()
  })
})
