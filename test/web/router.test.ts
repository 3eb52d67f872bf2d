import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attackIds } from '../../scenarios/model/attack-id.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { layers } from '../../web/router/layers.ts'
import { workflowLink } from '../../web/router/links.ts'
import { emptyRoute, read, readRun } from '../../web/router/read.ts'
import type { Route } from '../../web/router/route.ts'
import { write } from '../../web/router/write.ts'
import { cases } from '../support/cases.ts'

const address = (text: string): URL => new URL(text, 'https://lab.example/')
const routeOf = (text: string): Route => read(address(text)).route

/** The address of a page, changed as its route is. */
const changed = (text: string, change: Partial<Route>): URL =>
  write({ ...routeOf(text), ...change }, address(text))

describe('an address', () => {
  test('names a workflow and a message', () => {
    expect(routeOf('?workflow=webapp/some-slug#step=login.token-request')).toEqual({
      ...emptyRoute,
      view: 'play',
      workflow: 'webapp/some-slug',
      step: 'login.token-request',
    })
  })

  test('that asks for nothing is the start page', () => {
    expect(read(address(''))).toEqual({ route: emptyRoute, unknown: [] })
  })

  test('of a player in a frame names no workflow, and everything else of a run', () => {
    const asked = '?profile=hardened&seed=abc&defence=same-site=strict#step=7&layer=cookies'
    expect(readRun(address(asked))).toEqual({
      workflow: emptyRoute.workflow,
      lesson: '',
      lessonSource: '',
      profile: 'hardened',
      seed: 'abc',
      defences: { 'same-site': 'strict' },
      step: '7',
      layer: 'cookies',
    })
  })

  test('of a player in a frame asks for what there is not, so that somebody is told', () => {
    expect(readRun(address('?lesson=attack-crsf&profile=zz'))).toMatchObject({
      lesson: 'attack-crsf',
      profile: 'zz',
    })
  })

  test('names a secret to follow, never a value', () => {
    const followed = changed('?workflow=a#step=x', { follow: 'sid-1' })
    expect(read(followed).route).toMatchObject({ step: 'x', follow: 'sid-1' })
    expect(changed('?workflow=a#follow=sid-1', { follow: null }).hash).toBe('')
    expect(changed('?workflow=a', { follow: 'eyJhbGciOiJSUzI1NiJ9.e30.x' }).hash).toBe('')
    expect(routeOf('?workflow=a#follow=k3J9-fX_secret-value-of-a-session').follow).toBeNull()
  })

  test('keeps the rest as it stands when a step is written', () => {
    expect(changed('?b=%2F&workflow=a%2Fb&run=page#step=x', { step: 'y' }).href).toBe(
      'https://lab.example/?b=%2F&workflow=a%2Fb&run=page#step=y',
    )
    expect(changed('?workflow=a#step=x', { step: null }).hash).toBe('')
  })

  test('names a layer of the inspector beside the message, but for the first one', () => {
    const cookies = changed('?workflow=a#step=x', { layer: 'cookies' })
    expect(cookies.hash).toBe('#step=x&layer=cookies')
    expect(write({ ...read(cookies).route, layer: 'message' }, cookies).hash).toBe('#step=x')
    expect(routeOf('?workflow=a#layer=nonsense').layer).toBe('message')
  })

  test('names a profile, unless it is that of FusionAuth’s defaults', () => {
    const hardened = changed('?workflow=webapp/a', { profile: 'hardened' })
    expect(hardened.search).toBe('?workflow=webapp/a&profile=hardened')
    expect(write({ ...read(hardened).route, profile: '' }, hardened).search).toBe(
      '?workflow=webapp/a',
    )
  })

  test('of the chooser and the matrix says what they are asked, and nothing of a run', () => {
    expect(routeOf('?choose=spa.one')).toMatchObject({ view: 'choose', asks: 'spa.one' })
    expect(routeOf('?matrix')).toMatchObject({ view: 'matrix', asks: '' })
    expect(routeOf('?clients')).toMatchObject({ view: 'clients', asks: '' })
    expect(changed('?matrix=csrf', { cell: 'spa/x.csrf.secure' }).hash).toBe(
      '#cell=spa%2Fx.csrf.secure',
    )
    expect(changed('?choose=spa', { asks: 'spa.one', workflow: 'webapp/x' }).search).toBe(
      '?choose=spa.one',
    )
  })

  test('that has a value without meaning here tells it, and loses nothing else', () => {
    const { route, unknown } = read(address('?workflow=webapp/x&theme=blue&speed=2#layer=sour'))
    expect(unknown.map(({ name, value }) => [name, value])).toEqual([
      ['layer', 'sour'],
      ['theme', 'blue'],
    ])
    expect(route).toMatchObject({ workflow: 'webapp/x', theme: null, speed: '2', layer: 'message' })
  })
})

test('another workflow begins at its beginning, in the same place', () => {
  expect(workflowLink('webapp/other', '?workflow=webapp/one&seed=7&ask=how&run=page')).toBe(
    '?workflow=webapp/other&run=page',
  )
})

describe('whatever stands in an address', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '1', 'a=b&c'),
  )
  const slug = fc.constantFrom(...workflows.map((one) => one.slug), 'webapp/unknown', '')
  const parameter = fc.oneof(
    fc.tuple(fc.constant('workflow'), slug),
    fc.tuple(fc.constant('lesson'), fc.constantFrom('outage', `attack-${attackIds[0]}`, 'odd')),
    fc.tuple(fc.constant('profile'), fc.constantFrom('hardened', 'fidelity', 'soft')),
    fc.tuple(
      fc.constant('defence'),
      fc.constantFrom('pkce', 'secure=false', 'jwt-minutes=5', 'x=&'),
    ),
    fc.tuple(fc.constant('lang'), fc.constantFrom('es', 'es-MX', 'tlh')),
    fc.tuple(fc.constant('theme'), fc.constantFrom('dark', 'blue')),
    fc.tuple(fc.constant('speed'), fc.constantFrom('2', '3')),
    fc.tuple(fc.constant('run'), fc.constantFrom('page', 'server')),
    fc.tuple(
      fc.constantFrom('seed', 'ask', 'compare', 'choose', 'matrix', 'clients', 'autoplay', 'utm'),
      text,
    ),
  )
  const place = fc.oneof(
    fc.tuple(fc.constant('layer'), fc.constantFrom(...layers, 'sour')),
    fc.tuple(fc.constant('follow'), fc.oneof(fc.constantFrom('sid-1', 'JWT-12'), text)),
    fc.tuple(fc.constantFrom('step', 'run', 'cell', 'other'), text),
  )
  const anyAddress = fc
    .tuple(fc.array(parameter, { maxLength: 6 }), fc.array(place, { maxLength: 4 }))
    .map(([query, fragment]) => {
      const url = address('')
      url.search = new URLSearchParams(query).toString()
      url.hash = new URLSearchParams(fragment).toString()
      return url
    })

  test('a route is read back as it was written, over any other address', () => {
    fc.assert(
      fc.property(anyAddress, anyAddress, (from, base) => {
        const { route } = read(from)
        expect(read(write(route, base)).route).toEqual(route)
      }),
      cases(2000),
    )
  })

  test('an address that tells a route already stays letter by letter', () => {
    fc.assert(
      fc.property(anyAddress, (base) => {
        expect(write(read(base).route, base).href).toBe(base.href)
      }),
      cases(2000),
    )
  })
})
