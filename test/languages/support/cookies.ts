import {
  chromiumPolicy,
  emptyJar,
  receive,
  type RequestSituation,
  select,
} from '../../../scenarios/engine/cookie-jar.ts'

type Reason = readonly [where: string, text: string, rule: string]

const day = 86_400_000
const now = Date.parse('2026-01-01T09:00:00.000Z')

const situations: readonly RequestSituation[] = [
  'https://store.example.com/',
  'https://store.example.com/cart/x',
  'http://store.example.com/',
  'https://a.store.example.com/',
  'https://elsewhere.example/',
  'https://example.co.uk/',
].flatMap((url) =>
  [null, 'https://store.example.com/', 'https://evil.example/'].flatMap((initiator) =>
    ['GET', 'POST'].flatMap((method) =>
      [true, false].map((topLevel) => ({ url, method, initiator, topLevel, now })),
    ),
  ),
)

const lines: readonly string[] = [
  'a=1',
  'a=2; Secure',
  'a=3; Domain=store.example.com; Secure',
  'a=4; Path=/cart; SameSite=Lax',
  'a=5; SameSite=Strict; Max-Age=60',
  'a=6; SameSite=None; Secure',
  'a=7; SameSite=None',
  'a=8; Max-Age=99999999999',
  'b=; Max-Age=0',
  'a=; Max-Age=0',
  'a=9; Domain=co.uk',
  'a=9; Domain=uk',
  'a=9; Domain=other.example',
  'a=9; Domain=münchen.example',
  '',
  '=__Host-x',
  `a=${'x'.repeat(5_000)}`,
  `a=1; Path=/${'x'.repeat(2_000)}`,
  'a=\u0007',
  ...['__Secure-', '__Host-', '__Http-', '__Host-Http-'].flatMap((prefix) =>
    [
      '',
      'Secure',
      'HttpOnly',
      'Path=/',
      'Domain=store.example.com',
      'Secure; Path=/',
      'Secure; HttpOnly',
      'Secure; Domain=store.example.com',
      'Secure; Path=/; Domain=store.example.com',
      'HttpOnly; Path=/; Domain=store.example.com',
    ].map((attributes) => `${prefix}x=1; ${attributes}`),
  ),
]

/** Why cookies are stored, refused, sent and withheld, in situations of all kinds. */
export const cookieReasons = (): readonly Reason[] => {
  const found: Reason[] = []
  const [first] = situations
  for (const policy of [chromiumPolicy, { ...chromiumPolicy, blockThirdParty: true }])
    for (const situation of situations) {
      const whole = receive(emptyJar, lines, situation, 'Browser', policy)
      const many = Array.from({ length: 400 }, (_, index) => `c${index}=1; Secure`)
      const full = receive(emptyJar, many, situation, 'Browser', policy)
      const lone = lines.map((line) => receive(emptyJar, [line], situation, 'Browser', policy))
      const crowd = receive(
        emptyJar,
        [...many.slice(0, 180), 'late=1'],
        { ...situation, url: 'https://store.example.com/' },
        'Browser',
        policy,
      )
      const secured = receive(
        emptyJar,
        ['a=1; Secure'],
        { ...situation, url: 'https://store.example.com/' },
        'Browser',
        policy,
      )
      const overlaid = receive(secured.jar, ['a=2'], situation, 'Browser', policy)
      for (const { because, rule } of [whole, full, overlaid, crowd, ...lone].flatMap(
        ({ received }) => received,
      ))
        found.push(['a Set-Cookie', because, rule])
      for (const other of situations)
        for (const later of [0, 200_000, 500 * day]) {
          const at = { ...other, now: now + later }
          for (const { jar } of situation === first ? lone : [whole])
            for (const { because, rule } of select(jar, at, 'Browser', policy).verdicts)
              found.push(['a request', because, rule])
        }
    }
  // No Set-Cookie leads to it any more, and a jar from elsewhere may hold it.
  const suffix = {
    ...receive(emptyJar, ['a=1'], situations[0] as RequestSituation, 'Browser').jar[0],
    domain: 'uk',
    hostOnly: false,
  }
  if (first !== undefined && suffix.name !== undefined)
    for (const { because, rule } of select(
      [suffix as never],
      { ...first, url: 'https://x.uk/' },
      'Browser',
    ).verdicts)
      found.push(['a request', because, rule])
  return found
}
