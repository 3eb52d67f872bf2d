import type { Case } from '../script.ts'
import { shop, typed } from './words.ts'

const many = (count: number, attributes = ''): readonly string[] =>
  Array.from({ length: count }, (_, index) => `c${index}=1${attributes}`)

/** Several cookies at once: which one is the same, which goes first, how many there may be. */
export const several: readonly Case[] = [
  {
    title: 'longer paths go first, then older cookies',
    steps: [
      typed('https://shop.test/a/b', 'one=1; Path=/', 'two=1; Path=/a', 'three=1; Path=/'),
      typed('https://shop.test/a', 'four=1; Path=/a/b', 'five=1; Path=/a'),
      typed('https://shop.test/a/b'),
    ],
  },
  {
    title: 'a cookie set again with the same value keeps its place',
    steps: [typed(shop, 'a=1', 'b=1'), typed(shop, 'a=1; HttpOnly'), typed(shop)],
  },
  {
    title: 'a cookie set again with another value goes last',
    steps: [typed(shop, 'a=1', 'b=1'), typed(shop, 'a=2'), typed(shop)],
  },
  {
    title: 'a cookie that gets its former value back goes last',
    steps: [typed(shop, 'a=1', 'b=1'), typed(shop, 'a=2', 'b=2', 'a=1'), typed(shop)],
  },
  {
    title: 'a host-only cookie and a domain cookie of one name are two',
    steps: [
      typed(shop, 'a=1', 'a=2; Domain=shop.test'),
      typed(shop),
      typed('https://www.shop.test/'),
    ],
  },
  {
    title: 'on an address a cookie with Domain and one without are of one name',
    steps: [typed('http://127.0.0.1/', 'a=1; Domain=127.0.0.1', 'a=2'), typed('http://127.0.0.1/')],
  },
  {
    title: 'names differ by case',
    steps: [typed(shop, 'a=1', 'A=2'), typed(shop)],
  },
  {
    title: 'two cookies of one name in one answer: the last wins',
    steps: [typed(shop, 'a=1', 'a=2'), typed(shop)],
  },
  {
    title: 'deleting needs the same domain',
    steps: [
      typed(shop, 'a=1; Domain=shop.test'),
      typed(shop, 'a=; Max-Age=0'),
      typed(shop),
      typed(shop, 'a=; Max-Age=0; Domain=shop.test'),
      typed(shop),
    ],
  },
  {
    title: 'deleting needs the same path',
    steps: [
      typed('https://shop.test/a/b', 'a=1'),
      typed(shop, 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
      typed('https://shop.test/a/b'),
      typed(shop, 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/a'),
      typed('https://shop.test/a/b'),
    ],
  },
  {
    title: 'a cookie of the domain goes to its subdomains, one of a host does not',
    steps: [
      typed(shop, 'wide=1; Domain=shop.test', 'narrow=1'),
      typed('https://www.shop.test/', 'own=1'),
      typed('https://a.www.shop.test/'),
      typed('https://www.shop.test/'),
      typed(shop),
    ],
  },
  {
    title: 'a path holds for whole segments only',
    steps: [
      typed('https://shop.test/cart', 'a=1; Path=/cart', 'b=1; Path=/cart/'),
      typed('https://shop.test/cart'),
      typed('https://shop.test/cart/'),
      typed('https://shop.test/cart/item'),
      typed('https://shop.test/cartoon'),
      typed('https://shop.test/Cart'),
    ],
  },
  {
    title: 'nameless cookies travel without an equals sign',
    steps: [typed(shop, 'alone', '=other; Path=/a', 'x='), typed('https://shop.test/a')],
  },
  {
    title: 'a script sees what is not HttpOnly',
    steps: [typed(shop, 'seen=1', 'hidden=1; HttpOnly', 'strict=1; SameSite=Strict')],
  },
  {
    title: '180 cookies of one domain fit',
    steps: [typed(shop, ...many(180)), typed(shop)],
  },
  {
    title: 'one more than 180, and only 150 are left',
    steps: [typed(shop, ...many(181)), typed(shop)],
  },
  {
    title: 'of 300 cookies the last 176 are left',
    steps: [typed(shop, ...many(300)), typed(shop)],
  },
  {
    title: 'cookies of a host and of its subdomain are counted together',
    steps: [typed(shop, ...many(100)), typed('https://www.shop.test/', ...many(100)), typed(shop)],
  },
  {
    title: 'Secure cookies are thrown out last',
    steps: [
      typed(shop, ...many(100, '; Secure')),
      typed('https://shop.test/', ...many(200).slice(100)),
      typed(shop),
    ],
  },
]
