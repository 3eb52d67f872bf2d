import type { Case } from '../script.ts'
import { beginnings, begun, ofEachKind, shop, typed } from './words.ts'

const origins: readonly (readonly [words: string, from: string, to: string])[] = [
  ['the same origin', shop, shop],
  ['another host of the same site', 'https://www.shop.test/', shop],
  ['another site', 'https://evil.test/', shop],
  ['a page at another *.localhost name', 'http://forums.localhost/', 'http://store.localhost/'],
]

/** Who begins a request, and how: what goes along. */
export const sending: readonly Case[] = [
  ...origins.flatMap(([words, from, to]) =>
    beginnings.map((by) => ({
      title: `${words} begins a ${by}`,
      steps: [typed(to, ...ofEachKind), begun(by, from, to)],
    })),
  ),
  {
    title: 'a page on plain http opens the https page of the same host',
    steps: [typed(shop, ...ofEachKind), begun('link', 'http://shop.test/', shop)],
  },
  {
    title: 'a page at 127.0.0.1 opens one at localhost',
    steps: [
      typed('http://localhost/', ...ofEachKind),
      begun('link', 'http://127.0.0.1/', 'http://localhost/'),
    ],
  },
  {
    title: 'a page at localhost posts to localhost',
    steps: [
      typed('http://localhost/', ...ofEachKind),
      begun('post', 'http://localhost/', 'http://localhost/'),
    ],
  },
  {
    title: 'hosts under a public suffix are sites of their own',
    steps: [
      typed('https://store.github.io/', ...ofEachKind),
      begun('link', 'https://forums.github.io/', 'https://store.github.io/'),
    ],
  },
]

/** How long a cookie without SameSite goes along with a POST of another site. */
export const window: readonly Case[] = [
  {
    title: 'the window of a cookie without SameSite begins anew with another value only',
    shortWindow: true,
    steps: [
      typed(shop, 'same=1', 'other=1', 'lax=1; SameSite=Lax'),
      { ...typed(shop, 'same=1', 'other=2', 'lax=2; SameSite=Lax'), after: 11 },
      begun('post', 'https://evil.test/', shop),
    ],
  },
]

/** Redirects: the page that began the chain counts, the hops do not. */
export const redirects: readonly Case[] = [
  {
    title: 'single sign-on by redirects alone: the shop begins, and comes back to itself',
    steps: [
      typed(shop, ...ofEachKind),
      begun(
        'link',
        shop,
        'https://shop.test/login',
        'https://idp.test/authorize',
        'https://shop.test/callback',
      ),
    ],
  },
  {
    title: 'interactive login: a form on the page of the identity provider begins',
    steps: [
      typed(shop, ...ofEachKind),
      begun('post', 'https://idp.test/authorize', 'https://idp.test/login', shop),
    ],
  },
  {
    title: 'a post that is redirected with 303 arrives as a GET',
    steps: [
      typed(shop, ...ofEachKind),
      begun('post', 'https://idp.test/', { url: 'https://idp.test/login', status: 303 }, shop),
    ],
  },
  {
    title: 'a post that is redirected with 307 stays a post',
    steps: [
      typed(shop, ...ofEachKind),
      begun('post', 'https://idp.test/', { url: 'https://idp.test/login', status: 307 }, shop),
    ],
  },
  {
    title: 'after an interactive login a redirect to the home page is still cross-site',
    steps: [
      typed(shop, ...ofEachKind),
      begun('post', 'https://idp.test/', 'https://idp.test/login', 'https://shop.test/cb', shop),
    ],
  },
  {
    title: 'after an interactive login a link of the page itself is same-site again',
    steps: [
      typed(shop, ...ofEachKind),
      begun('post', 'https://idp.test/', 'https://idp.test/login', 'https://shop.test/cb'),
      begun('link', 'https://shop.test/cb', shop),
    ],
  },
  {
    title: 'an image of another site that is redirected to the shop stays cross-site',
    steps: [
      typed(shop, ...ofEachKind),
      begun('image', 'https://evil.test/', 'https://evil.test/pixel', shop),
    ],
  },
  {
    title: 'an image of the shop that goes through another site and back',
    steps: [
      typed(shop, ...ofEachKind),
      begun('image', shop, 'https://shop.test/a', 'https://evil.test/b', 'https://shop.test/c'),
    ],
  },
  {
    title: 'a typed address that redirects through another site',
    steps: [
      typed(shop, ...ofEachKind),
      {
        by: 'typed',
        hops: [{ url: 'https://evil.test/' }, { url: 'https://shop.test/landing' }],
      },
    ],
  },
  {
    title: 'a redirect sets cookies on its way',
    steps: [
      begun(
        'link',
        shop,
        { url: 'https://shop.test/login', set: ['transaction=1; SameSite=Lax'] },
        { url: 'https://idp.test/authorize', set: ['sso=1; SameSite=Lax'] },
        {
          url: 'https://shop.test/callback',
          set: ['sid=1; SameSite=Strict', 'transaction=; Max-Age=0'],
        },
      ),
      begun('link', shop, shop),
    ],
  },
]

/** The same in a browser that blocks third-party cookies. */
export const blocked: readonly Case[] = beginnings.map((by) => ({
  title: `third-party cookies blocked: another site begins a ${by}`,
  blockThirdParty: true,
  steps: [
    typed(shop, ...ofEachKind),
    begun(by, 'https://evil.test/', { url: shop, set: ['new=1; SameSite=None; Secure'] }),
    typed(shop),
  ],
}))
