import { describe, expect, test } from 'vitest'
import { readDefenceSettings, writeDefenceSettings } from '../../web/router/defence-settings.ts'
import { viewLink, workflowLink } from '../../web/router/links.ts'
import { read } from '../../web/router/read.ts'
import { writeDefences } from '../../web/router/write.ts'

const here = new URL('https://lab.example.com/?workflow=webapp/x&defence=http-only=false')

describe('defences as text', () => {
  test('each is read with its value, and a name alone switches on', () => {
    expect(
      readDefenceSettings('http-only=false,same-site=none,pkce,session-idle-minutes=5'),
    ).toEqual({
      'http-only': false,
      'same-site': 'none',
      pkce: true,
      'session-idle-minutes': 5,
    })
    expect(readDefenceSettings('')).toEqual({})
  })

  test('what is written is read again', () => {
    const settings = { preset: 'best-practice', 'http-only': false, 'jwt-minutes': 10 }
    expect(readDefenceSettings(writeDefenceSettings(settings))).toEqual(settings)
  })

  test('each stands in the address as a parameter of its own', () => {
    const address = writeDefences(here, { secure: false, 'same-site': 'none' })
    expect(address.search).toBe('?workflow=webapp/x&defence=secure=false&defence=same-site=none')
    expect(read(address).route.defences).toEqual({ secure: false, 'same-site': 'none' })
    expect(read(writeDefences(address, {})).route.defences).toEqual({})
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
  })

  test('from there to a workflow, nothing of them stays', () => {
    expect(workflowLink('spa/y', '?matrix=csrf&lang=es')).toBe('?lang=es&workflow=spa/y')
    expect(workflowLink('spa/y', '?clients&lang=es')).toBe('?lang=es&workflow=spa/y')
  })
})
