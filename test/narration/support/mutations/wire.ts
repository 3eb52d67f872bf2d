import type { Message } from '../../../../scenarios/model/trace.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'
import { evil, type Edit, withHttp } from './edit.ts'

export const addresses = (message: Message): readonly Edit[] => {
  const url = URL.parse(message.http?.url ?? '')
  if (url === null) return []
  const edited = (what: string, edit: (copy: URL) => void): Edit => {
    const copy = new URL(url)
    edit(copy)
    return [what, withHttp(message, { url: copy.href })]
  }
  return [
    edited('another host', (copy) => (copy.hostname = 'elsewhere.example')),
    edited('another path', (copy) => (copy.pathname = '/elsewhere')),
    edited('a token in the address', (copy) => copy.searchParams.set('access_token', 'eyJ')),
    ...[...url.searchParams.keys()].flatMap((name) => [
      edited(`no ${name} in the address`, (copy) => copy.searchParams.delete(name)),
      edited(`another ${name} in the address`, (copy) => copy.searchParams.set(name, evil)),
    ]),
  ]
}

export const headers = (message: Message): readonly Edit[] => {
  const all = message.http?.headers ?? []
  const without = (index: number) => all.filter((_, at) => at !== index)
  const changed = (index: number, text: (value: string) => string) =>
    all.map(([name, value], at) => [name, at === index ? text(value) : value] as const)
  return [
    ...all.flatMap(([name, value], index): readonly Edit[] => [
      [`no ${name}`, withHttp(message, { headers: without(index) })],
      [`another ${name}`, withHttp(message, { headers: changed(index, () => evil) })],
      ...(name === 'set-cookie'
        ? ([
            [
              'another value set',
              withHttp(message, {
                headers: changed(index, (line) => line.replace(/=[^;]*/, `=${evil}`)),
              }),
            ],
            [
              'attributes gone',
              withHttp(message, { headers: changed(index, (line) => line.split(';', 1)[0] ?? '') }),
            ],
          ] as const)
        : []),
      ...(name === 'location'
        ? [...(URL.parse(value, message.http?.url)?.searchParams.keys() ?? [])].map((key): Edit => {
            const to = new URL(value, message.http?.url)
            to.searchParams.set(key, evil)
            return [
              `another ${key} in location`,
              withHttp(message, { headers: changed(index, () => to.href) }),
            ]
          })
        : []),
      ...(name === 'cookie'
        ? value.split('; ').map((pair): Edit => [
            `no cookie ${pair}`,
            withHttp(message, {
              headers: changed(index, (line) =>
                line
                  .split('; ')
                  .filter((one) => one !== pair)
                  .join('; '),
              ),
            }),
          ])
        : []),
    ]),
    ...(
      [
        ['set-cookie', `sid=${evil}; Path=/`],
        ['set-cookie', `rt=${evil}; Path=/`],
        ['cookie', `sid=${evil}; rt=${evil}`],
        ['location', 'https://elsewhere.example/login?error=x'],
        ['authorization', evil],
        ['origin', 'https://elsewhere.example'],
      ] as const
    ).map(([name, value]): Edit => [
      `${name} besides`,
      withHttp(message, { headers: [[name, value], ...all] }),
    ]),
  ]
}

export const bodies = (message: Message, whole: string): readonly Edit[] => {
  const text = message.http?.body ?? ''
  const put = (what: string, body: string): Edit => [what, withHttp(message, { body })]
  const found: Edit[] = [
    put('no body', ''),
    put('a leak', `${text}\n${whole}`),
    put('a password', `password=${evil}&${text}`),
  ]
  if (text.startsWith('{')) {
    const value = JSON.parse(text) as Readonly<Record<string, Json>>
    for (const name of Object.keys(value)) {
      const { [name]: _, ...rest } = value
      found.push(put(`no ${name}`, JSON.stringify(rest)))
      found.push(put(`another ${name}`, JSON.stringify({ ...value, [name]: evil })))
    }
    found.push(
      put('the user in it', JSON.stringify({ ...value, user: { email: 'ada@example.com' } })),
    )
    found.push(
      put('tokens in it', JSON.stringify({ ...value, access_token: 'eyJ', refresh_token: evil })),
    )
    if (Array.isArray(value['keys']))
      found.push(
        put('a private key', JSON.stringify({ keys: [{ kty: 'RSA', d: 'x' }] })),
        put(
          'other keys',
          JSON.stringify({ keys: [{ ...(value['keys'] as readonly object[])[0], n: 'AQAB' }] }),
        ),
      )
  } else if (text.includes('=') && !text.startsWith('<')) {
    const form = new URLSearchParams(text)
    for (const name of new Set(form.keys())) {
      const [less, other] = [new URLSearchParams(form), new URLSearchParams(form)]
      less.delete(name)
      other.set(name, evil)
      found.push(put(`no ${name}`, less.toString()), put(`another ${name}`, other.toString()))
    }
  } else if (text !== '')
    found.push(
      put('no links', text.replaceAll(/<a [^>]*>/g, '')),
      put(
        'forms that go elsewhere',
        text.replaceAll(/action="[^"]*"/g, 'action="https://elsewhere.example/x"'),
      ),
      put('no forms', text.replaceAll(/<(form|input)[^>]*>/g, '')),
      put('nobody named', text.replaceAll('Ada', 'Eve')),
      put('another text', text.replaceAll(/>[^<]+</g, '>wrong password<')),
      put('other items', text.replaceAll('class="item"', 'class="x"')),
      put('a password field', `${text}<form method="post" action="/x"><input type="password">`),
    )
  return found
}
