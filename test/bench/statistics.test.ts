import { describe, expect, test } from 'vitest'
import { percentile, slopeOf } from './statistics.ts'

describe('a percentile', () => {
  test('is a value that the given share of all is not above', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index)
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([
      100, 190, 198, 200,
    ])
  })

  test('of nothing is none', () => {
    expect(percentile([], 0.5)).toBeNull()
  })
})

describe('a slope', () => {
  test('of a line is known without an error', () => {
    const { slope, error } = slopeOf([3, 5, 7, 9, 11])
    expect([slope, error]).toEqual([2, 0])
  })

  test('of values that go up and down is within its error of none', () => {
    const { slope, error } = slopeOf([4, 6, 5, 6, 4, 5, 6, 4])
    expect(Math.abs(slope)).toBeLessThan(2 * error)
  })
})
