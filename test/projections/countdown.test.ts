import { describe, expect, test } from 'vitest'
import { countdown } from '../../scenarios/projections/countdown.ts'

describe('a length of time on a clock', () => {
  test.each([
    [0, '0:00'],
    [1, '0:01'],
    [-999, '0:00'],
    [9000, '0:09'],
    [3_552_000, '59:12'],
    [3_600_000, '1:00:00'],
    [86_399_000, '23:59:59'],
    [2_591_890_000, '29 d 23:58:10'],
    [-190_000, '3:10'],
  ])('%i ms is %s', (milliseconds, words) => {
    expect(countdown(milliseconds)).toBe(words)
  })
})
