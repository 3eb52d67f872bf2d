import { describe, expect, test } from 'vitest'
import {
  readLink,
  workflowLink,
  writeFollow,
  writeLayer,
  writeProfile,
  writeStep,
} from '../../web/deep-link.ts'

const address = (text: string): URL => new URL(text, 'https://lab.example/')

describe('deep links', () => {
  test('name a workflow and a message', () => {
    expect(readLink(address('?workflow=webapp/some-slug#step=login.token-request'))).toMatchObject({
      workflow: 'webapp/some-slug',
      step: 'login.token-request',
      run: null,
      layer: 'message',
      lesson: null,
      seed: null,
      profile: null,
      language: null,
      theme: null,
      speed: null,
      ask: null,
      autoplay: false,
      inPage: false,
    })
  })

  test('name a secret to follow, never a value', () => {
    expect(readLink(writeFollow(address('?workflow=a#step=x'), 'sid-1'))).toMatchObject({
      step: 'x',
      follow: 'sid-1',
    })
    expect(writeFollow(address('#follow=sid-1'), null).hash).toBe('')
    expect(writeFollow(address(''), 'eyJhbGciOiJSUzI1NiJ9.e30.x').hash).toBe('')
    expect(readLink(address('#follow=k3J9-fX_secret-value-of-a-session')).follow).toBeNull()
  })

  test('an empty address asks for nothing', () => {
    expect(readLink(address(''))).toMatchObject({ workflow: null, step: null, inPage: false })
  })

  test('what is written is read back, whatever the id', () => {
    for (const id of ['login.token-request.2', 'odd &=#% id', '李'])
      expect(readLink(writeStep(address('?workflow=a'), id)).step).toBe(id)
  })

  test('writing a step keeps the rest of the address', () => {
    expect(writeStep(address('?workflow=a/b&run=page#step=x'), 'y').href).toBe(
      'https://lab.example/?workflow=a/b&run=page#step=y',
    )
    expect(writeStep(address('?workflow=a#step=x'), null).hash).toBe('')
  })

  test('name a layer of the inspector beside the message, but for the first one', () => {
    const cookies = writeLayer(address('?workflow=a#step=x'), 'cookies')
    expect(cookies.hash).toBe('#step=x&layer=cookies')
    expect(readLink(writeStep(cookies, 'y'))).toMatchObject({ step: 'y', layer: 'cookies' })
    expect(writeLayer(cookies, 'message').hash).toBe('#step=x')
    expect(readLink(address('#layer=nonsense')).layer).toBe('message')
  })

  test('another workflow begins at its beginning, in the same place', () => {
    expect(workflowLink('webapp/other', '?workflow=webapp/one&seed=7&ask=how&run=page')).toBe(
      '?workflow=webapp/other&run=page',
    )
  })

  test('name a profile, unless it is that of FusionAuth’s defaults', () => {
    const hardened = writeProfile(address('?workflow=webapp/a'), 'hardened')
    expect(readLink(hardened).profile).toBe('hardened')
    expect(hardened.search).toBe('?workflow=webapp/a&profile=hardened')
    expect(writeProfile(hardened, 'fidelity').search).toBe('?workflow=webapp/a')
  })
})
