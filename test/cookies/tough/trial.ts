import * as fc from 'fast-check'
import type { RequestSituation } from '../../../scenarios/engine/cookie-jar.ts'

/** One thing done to one jar, generated so that the rules meet each other often. */

/** A Set-Cookie that arrives in a situation. */
export interface Arrival {
  readonly text: string
  readonly situation: RequestSituation
}

export type Act =
  | ({ readonly kind: 'receive' } & Arrival)
  | { readonly kind: 'select'; readonly situation: RequestSituation }
  | { readonly kind: 'script'; readonly url: string; readonly now: number }

export interface Trial {
  /** What our jar took in before; what it kept is given to both jars. */
  readonly before: readonly Arrival[]
  readonly act: Act
}

const dawn = Date.UTC(2026, 0, 1)
const second = 1000
const day = 24 * 60 * 60 * second

const host = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.constantFrom('example.com', 'example.com', 'www.example.com', 'shop.example.com'),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'example.co.uk',
      'example.org',
      'github.io',
      'store.github.io',
      'shop.test',
      'localhost',
      'store.localhost',
      '127.0.0.1',
      '[::1]',
    ),
  },
  { weight: 1, arbitrary: fc.constant('test') },
)

const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('/', '/a', '/a/b') },
  { weight: 4, arbitrary: fc.constantFrom('/a/b/', '/a/b/c', '/ab', '/A', '/a%20b/c', '/é/x') },
)

const scheme = fc.constantFrom('https', 'http')

const url = fc.tuple(scheme, host, path).map(([s, h, p]) => new URL(`${s}://${h}${p}`).href)

const situation = (from: number, moments: readonly number[]): fc.Arbitrary<RequestSituation> =>
  fc
    .record({
      url,
      method: fc.constantFrom('GET', 'GET', 'POST'),
      other: fc.oneof(fc.constant(null), fc.constant('same'), url, fc.constant('null')),
      topLevel: fc.boolean(),
      after: fc.constantFrom(...moments),
    })
    .map(({ other, after, ...rest }) => ({
      ...rest,
      initiator: other === 'same' ? rest.url : other,
      now: from + after,
    }))

const long = (octets: number): string => 'x'.repeat(octets)

const pair = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'a', 'a', 'a', 'b', 'A', '__proto__'),
        fc.constantFrom('1', '2', ''),
      )
      .map(([name, value]) => `${name}=${value}`),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          '__Secure-a',
          '__secure-a',
          '__Host-a',
          '__Host-a',
          '__HOST-a',
          '__Http-a',
          '__Host-Http-a',
        ),
        fc.subarray(['Secure', 'Path=/', 'HttpOnly']),
        fc.constantFrom([], [], [], [], [`Path=/${long(1024)}`]),
      )
      .map(([name, flags, more]) => [`${name}=1`, ...flags, ...more].join('; ')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'a',
      '=a',
      '=a=b',
      '=',
      '',
      '  ',
      'a b=1',
      'a = 1 ',
      '\ta\t=\t1\t',
      'a="1"',
      'a=1=2',
      'a=1\t2',
      'a=\u00a01\u00a0',
      'a=\u0001',
      'a=1\u007f',
      'a=1\r\nb=2',
      'a=1\u00002',
      '__Host-a',
      '=__Secure-a',
      `a=${long(4095)}`,
      `a=${long(4096)}`,
      `${long(4097)}=`,
    ),
  },
)

const common = fc.constantFrom(
  'Path=/',
  'Path=/a',
  'Path=/a/b',
  'Path=/a/',
  'Secure',
  'secure',
  'HttpOnly',
  'SameSite=Strict',
  'SameSite=Lax',
  'SameSite=None',
  'SameSite=None; Secure',
  'Domain=example.com',
  'Domain=example.com',
  'Domain=.EXAMPLE.com',
)

const rare = fc.constantFrom(
  'Path=',
  'Path=a',
  `Path=/${long(1024)}`,
  'SameSite=whatever',
  'Domain=',
  'Domain=.',
  'Domain=..example.com',
  'Domain=www.example.com',
  'Domain=shop.example.com',
  'Domain=example.org',
  'Domain=com',
  'Domain=co.uk',
  'Domain=example.co.uk',
  'Domain=github.io',
  'Domain=store.github.io',
  'Domain=test',
  'Domain=shop.test',
  'Domain=localhost',
  'Domain=store.localhost',
  'Domain=127.0.0.1',
  'Domain=0.0.1',
  'Domain=[::1]',
  'Domain=ünï.example.com',
  `Domain=${long(1025)}`,
  'Max-Age=60',
  'Max-Age=0',
  'Max-Age=-1',
  'Max-Age=34560000',
  'Max-Age=99999999',
  'Max-Age=+5',
  'Max-Age=x',
  'Max-Age=',
  'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'Expires=Fri, 02 Jan 2026 00:00:00 GMT',
  'Expires=Saturday, 02-Jan-27 00:00:00 GMT',
  'Expires=Fri, 01 Jan 2100 00:00:00 GMT',
  'Expires=30 Feb 2026 00:00:00 GMT',
  'Expires=never',
  'Unknown=\u0001',
  'unknown=x',
  '=x',
  '',
  `Domain=example.com; Domain=${long(1025)}`,
)

const attribute = fc.oneof({ weight: 3, arbitrary: common }, { weight: 2, arbitrary: rare })

const setCookie = fc
  .tuple(pair, fc.array(attribute, { maxLength: 4 }), fc.constantFrom(';', '; ', ' ; '))
  .map(([first, attributes, separator]) => [first, ...attributes].join(separator))

const arrival = (from: number, moments: readonly number[]): fc.Arbitrary<Arrival> =>
  fc.record({ text: setCookie, situation: situation(from, moments) })

const soonOrLater = [0, 60 * second, 120 * second, 121 * second, 2 * day, 500 * day]
const noon = dawn + 12 * 60 * 60 * second

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: arrival(noon, soonOrLater).map((each) => ({ kind: 'receive' as const, ...each })),
  },
  {
    weight: 4,
    arbitrary: situation(noon, soonOrLater).map((each) => ({
      kind: 'select' as const,
      situation: each,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ url, after: fc.constantFrom(...soonOrLater) })
      .map(({ after, ...rest }) => ({ kind: 'script' as const, now: noon + after, ...rest })),
  },
)

/** So many cookies that one more is too many. */
const crowd: readonly Arrival[] = Array.from({ length: 180 }, (_, index) => ({
  text: `c${index}=1`,
  situation: {
    url: 'https://example.com/',
    method: 'GET',
    initiator: null,
    topLevel: true,
    now: noon,
  },
}))

/**
 * The act turned to what the jar holds already: the same address, and for a Set-Cookie the same
 * text with something added; otherwise replacing and deleting would be rare.
 */
const again = (fresh: Act, old: Arrival, prefix: string, extra: readonly string[]): Act => {
  const { url: place } = old.situation
  if (fresh.kind === 'script') return { ...fresh, url: place }
  const here = { ...fresh.situation, url: place }
  return fresh.kind === 'select'
    ? { ...fresh, situation: here }
    : { ...fresh, text: prefix + [old.text, ...extra].join('; '), situation: here }
}

export const trial: fc.Arbitrary<Trial> = fc
  .record({
    before: fc.oneof(
      { weight: 300, arbitrary: fc.array(arrival(noon, [-60 * second, 0]), { maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constant(crowd) },
    ),
    act,
    repeats: fc.boolean(),
    prefix: fc.constantFrom('', '', '', '='),
    extra: fc.array(fc.oneof(attribute, fc.constant('Max-Age=0')), { maxLength: 2 }),
  })
  .map(({ before, act: fresh, repeats, prefix, extra }) => {
    const [old] = before
    return { before, act: repeats && old !== undefined ? again(fresh, old, prefix, extra) : fresh }
  })
