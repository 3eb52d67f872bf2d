import type { Case } from '../script.ts'
import { beginnings, begun, ofEachKind, shop, typed } from './words.ts'

/** Setting cookies where they may not go. */
export const setting: readonly Case[] = [
  ...beginnings.map((by) => ({
    title: `a ${by} from another site may set`,
    steps: [
      begun(by, 'https://evil.test/', { url: shop, set: ofEachKind }),
      typed('https://shop.test/look'),
    ],
  })),
  {
    title: 'an image within the site may set',
    steps: [
      begun('image', 'https://www.shop.test/', { url: shop, set: ofEachKind }),
      typed('https://shop.test/look'),
    ],
  },
  {
    title: 'plain http may not set a Secure cookie',
    steps: [typed('http://shop.test/', 'a=1; Secure', 'b=1'), typed('https://shop.test/')],
  },
  {
    title: 'plain http on a loopback host may set a Secure cookie',
    steps: [
      typed('http://store.localhost/', 'a=1; Secure', '__Host-b=1; Secure; Path=/'),
      typed('http://store.localhost/'),
    ],
  },
  {
    title: 'plain http on 127.0.0.1 may set a Secure cookie',
    steps: [typed('http://127.0.0.1/', 'a=1; Secure'), typed('http://127.0.0.1/')],
  },
  {
    title: 'a Secure cookie stays away from plain http',
    steps: [typed(shop, 'a=1; Secure', 'b=1'), typed('http://shop.test/')],
  },
  {
    title: 'plain http may not overwrite a Secure cookie',
    steps: [typed(shop, 'a=1; Secure'), typed('http://shop.test/', 'a=2'), typed(shop)],
  },
  {
    title: 'plain http may not overlay a Secure cookie from a sibling through the domain',
    steps: [
      typed(shop, 'a=1; Secure; Domain=shop.test'),
      typed('http://www.shop.test/', 'a=2'),
      typed('https://www.shop.test/'),
    ],
  },
  {
    title: 'plain http may not delete a Secure cookie',
    steps: [typed(shop, 'a=1; Secure'), typed('http://shop.test/', 'a=; Max-Age=0'), typed(shop)],
  },
  {
    title: 'plain http may set a namesake of a Secure cookie for a higher path',
    steps: [
      typed('https://shop.test/cart/x', 'a=1; Secure; Path=/cart'),
      typed('http://shop.test/', 'a=2; Path=/', 'a=3; Path=/cart/deep', 'a=4; Path=/other'),
      typed('https://shop.test/cart/deep'),
    ],
  },
]
