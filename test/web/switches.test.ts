import { describe, expect, test } from 'vitest'
import { readLink, viewLink, workflowLink, writeCell, writeDefences } from '../../web/deep-link.ts'
import { readSwitches, writeSwitches } from '../../web/defend/text.ts'

const here = new URL('https://lab.example.com/?workflow=webapp/x&defence=http-only=false')

describe('switches in an address', () => {
  test('each is read with its value, and a name alone switches on', () => {
    expect(readSwitches('http-only=false,same-site=none,pkce,session-idle-minutes=5')).toEqual({
      'http-only': false,
      'same-site': 'none',
      pkce: true,
      'session-idle-minutes': 5,
    })
    expect(readSwitches('')).toEqual({})
  })

  test('what is written is read again', () => {
    const switches = { preset: 'best-practice', 'http-only': false, 'jwt-minutes': 10 }
    expect(readSwitches(writeSwitches(switches))).toEqual(switches)
  })

  test('each stands in the address as a parameter of its own', () => {
    const address = writeDefences(here, 'secure=false,same-site=none')
    expect(address.search).toBe('?workflow=webapp/x&defence=secure=false&defence=same-site=none')
    expect(readLink(address).defences).toBe('secure=false,same-site=none')
    expect(readLink(writeDefences(address, '')).defences).toBe('')
  })

  test('another workflow begins as usual, another lesson of the same keeps them', () => {
    expect(workflowLink('spa/y', here.search)).toBe('?workflow=spa/y')
    expect(workflowLink('webapp/x', here.search, 'outage')).toContain('defence=http-only=false')
  })
})

describe('pages without a run', () => {
  test('the chooser and the matrix have addresses, which keep language and colours', () => {
    expect(viewLink('choose', '?lang=es&workflow=webapp/x&theme=dark', 'spa.one')).toBe(
      '?choose=spa.one&lang=es&theme=dark',
    )
    expect(readLink(new URL('https://lab.example.com/?matrix')).matrix).toBe('')
    expect(readLink(new URL('https://lab.example.com/?choose=spa')).choose).toBe('spa')
    expect(readLink(here).matrix).toBeNull()
  })

  test('a cell of the matrix has one, too', () => {
    const address = writeCell(new URL('https://lab.example.com/?matrix'), 'spa/x.csrf.secure')
    expect(readLink(address).cell).toBe('spa/x.csrf.secure')
    expect(writeCell(address, '').hash).toBe('')
  })

  test('from there to a workflow, nothing of them stays', () => {
    expect(workflowLink('spa/y', '?matrix=csrf&lang=es')).toBe('?lang=es&workflow=spa/y')
  })
})
