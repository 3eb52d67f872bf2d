import { describe, expect, test } from 'vitest'
import { wrap } from '../../web/features/diagram/labels.ts'

describe('labels on arrows', () => {
  test.each([
    ['GET /', 20, ['GET /']],
    ['200 OK · access_token, id_token', 20, ['200 OK ·', 'access_token, id_to…']],
    ['302 → store.example.com/callback', 12, ['302 →', 'store.examp…']],
    ['unbreakablelongword', 8, ['unbreaka', 'blelong…']],
    ['', 8, ['']],
  ])('%s at %i characters', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  test('no line is longer than there is room', () => {
    for (let width = 4; width < 40; width += 1)
      for (const line of wrap('POST /oauth2/token (authorization_code) and more', width))
        expect(line.length).toBeLessThanOrEqual(width)
  })
})
