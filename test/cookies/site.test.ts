import { describe, expect, test } from 'vitest'
import {
  hostOf,
  isPublicSuffix,
  isSecure,
  origin,
  sameSite,
  siteOf,
} from '../../scenarios/engine/site.ts'

describe('The site of an address', () => {
  test.each([
    ['https://store.example.com:8443/cart', 'https://example.com'],
    ['https://example.fusionauth.io/oauth2/authorize', 'https://fusionauth.io'],
    ['http://shop.example.co.uk/', 'http://example.co.uk'],
    ['https://store.github.io/', 'https://store.github.io'],
    ['https://github.io/', 'https://github.io'],
    ['http://store.localhost:4001/', 'http://store.localhost'],
    ['http://localhost:4001/', 'http://localhost'],
    ['http://127.0.0.1:9011/', 'http://127.0.0.1'],
    ['http://[::1]:9011/', 'http://[::1]'],
    ['https://BÜCHER.example/', 'https://xn--bcher-kva.example'],
    ['blob:https://store.example.com/5f1d', 'https://example.com'],
    ['about:blank', null],
    ['data:text/html,x', null],
    ['null', null],
    ['no address at all', null],
  ])('%s is of the site %s', (url, site) => {
    expect(siteOf(url)).toBe(site)
  })
})

describe('Two addresses', () => {
  test.each([
    ['http://localhost:4001', 'http://localhost:4002', true],
    ['https://a.site.test', 'https://b.site.test', true],
    ['https://store.example.com', 'https://forums.example.com/posts', true],
    ['http://store.localhost', 'http://forums.localhost', false],
    ['http://localhost', 'http://127.0.0.1', false],
    ['http://shop.test', 'https://shop.test', false],
    ['https://store.github.io', 'https://forums.github.io', false],
    ['https://store.example.com', 'https://example.fusionauth.io', false],
    ['about:blank', 'about:blank', false],
  ])('%s and %s are of one site: %s', (one, other, answer) => {
    expect(sameSite(one, other)).toBe(answer)
    expect(sameSite(other, one)).toBe(answer)
  })
})

describe('A connection', () => {
  test.each([
    ['https://store.example.com', true],
    ['http://store.example.com', false],
    ['http://localhost:3000', true],
    ['http://store.localhost', true],
    ['http://127.8.9.1', true],
    ['http://[::1]', true],
    ['http://localhost.example.com', false],
    ['http://128.0.0.1', false],
    ['http://127.0.0.1.example.com', false],
  ])('to %s may carry Secure cookies: %s', (url, answer) => {
    expect(isSecure(url)).toBe(answer)
  })
})

test('unrelated people have names under a public suffix', () => {
  const suffixes = ['com', 'co.uk', 'github.io', 'localhost', 'test']
  const others = ['example.com', 'store.github.io', '127.0.0.1', '[::1]', '', 'store.localhost']
  expect(suffixes.filter((host) => !isPublicSuffix(host))).toEqual([])
  expect(others.filter((host) => isPublicSuffix(host))).toEqual([])
})

test('hosts are canonical: lower case, ASCII, without port', () => {
  expect(hostOf('https://STORE.Example.com:443/')).toBe('store.example.com')
  expect(hostOf('https://bücher.example/')).toBe('xn--bcher-kva.example')
  expect(hostOf('http://0x7f.1/')).toBe('127.0.0.1')
})

test('an origin has a scheme, a host and a port that is not the usual one', () => {
  expect(origin('https://store.example.com:443/cart?x=1')).toBe('https://store.example.com')
  expect(origin('http://localhost:9011/')).toBe('http://localhost:9011')
  expect(origin('about:blank')).toBeNull()
})
