import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { WireRequest } from '../../scenarios/model/wire.ts'
import {
  type Answering,
  fusionAuth,
  openBrowser,
  pageWith,
  sibling,
  store,
} from './support/browser.ts'

const field = (request: WireRequest | undefined, name: string): string | null =>
  headerOf(request?.headers ?? [], name)

/** A page at `from`, whose link or form leads to `to`; the rest is answered as told. */
const left = async (
  from: string,
  to: string,
  {
    method = 'GET',
    answering = () => pageWith([], ''),
  }: { method?: string; answering?: Answering } = {},
): Promise<readonly WireRequest[]> => {
  const html = `<a href="${to}">On</a><form action="${to}" method="${method}"><input name="a" value="1"></form>`
  const browser = openBrowser(
    (request) => (request.url === from ? pageWith([], html) : answering(request)),
    {},
  )
  await browser.agent.visit('Store', from)
  const form = browser.agent.page('Store')?.forms[0]
  if (form === undefined) throw new Error('the page has no form')
  if (method === 'POST') await browser.agent.submit('Store', form, new URLSearchParams('a=1'))
  else await browser.agent.follow('Store', to)
  return browser.requests.slice(1)
}

/** Each address sends on to the next one. */
const chain =
  (status: number, ...addresses: readonly string[]): Answering =>
  ({ url }) => {
    const next = addresses[addresses.indexOf(url) + 1]
    return next === undefined ? pageWith([], '') : { status, headers: [['location', next]] }
  }

describe('Referer', () => {
  test.each([
    ['the whole address within an origin', `${store}/a?b=c`, `${store}/d`, `${store}/a?b=c`],
    ['the origin alone to another', `${store}/a?b=c`, `${sibling}/d`, `${store}/`],
    ['nothing from https to http', `${store}/a`, 'http://store.example.com/d', null],
    [
      'the origin from http to https',
      'http://store.example.com/a',
      `${store}/d`,
      'http://store.example.com/',
    ],
  ])('tells %s', async (_, from, to, expected) => {
    const [request] = await left(from, to)
    expect(field(request, 'referer')).toBe(expected)
  })
})

describe('Origin of a form', () => {
  test('is that of its page', async () => {
    const [request] = await left(`${store}/a`, `${sibling}/d`, { method: 'POST' })
    expect(field(request, 'origin')).toBe(store)
  })

  test('is null once another site was on the way', async () => {
    const way = [`${fusionAuth}/x`, `${store}/y`, `${store}/z`]
    const requests = await left(`${store}/a`, `${fusionAuth}/x`, {
      method: 'POST',
      answering: chain(307, ...way),
    })
    expect(requests.map((request) => field(request, 'origin'))).toEqual([store, 'null', 'null'])
  })
})

describe('a redirect', () => {
  test.each([
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'a=1'],
    [308, 'POST', 'a=1'],
  ])('with %s makes a POST a %s', async (status, method, body) => {
    const requests = await left(`${store}/a`, `${store}/x`, {
      method: 'POST',
      answering: chain(status, `${store}/x`, `${store}/y`),
    })
    expect(requests.at(-1)).toMatchObject({ method, body })
  })

  test('does not take away that another site began the navigation', async () => {
    const answering: Answering = (request) => {
      if (request.url === `${store}/`) return { headers: [['set-cookie', 'a=1; SameSite=Strict']] }
      if (request.url === `${fusionAuth}/a`) return pageWith([], '')
      return chain(302, `${store}/x`, `${store}/y`)(request)
    }
    const browser = openBrowser(answering, {})
    await browser.agent.visit('Store', `${store}/`)
    await browser.agent.visit('Store', `${fusionAuth}/a`)
    await browser.agent.follow('Store', `${store}/x`)
    expect(browser.requests.slice(-2).map((request) => field(request, 'cookie'))).toEqual([
      null,
      null,
    ])
  })

  test('through another site stays cross-site, also when it comes back', async () => {
    const way = [`${store}/x`, `${fusionAuth}/y`, `${store}/z`, `${store}/end`]
    const requests = await left(`${store}/a`, `${store}/x`, { answering: chain(302, ...way) })
    expect(requests.map((request) => field(request, 'sec-fetch-site'))).toEqual([
      'same-origin',
      'cross-site',
      'cross-site',
      'cross-site',
    ])
  })
})
