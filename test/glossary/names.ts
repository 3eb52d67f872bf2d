import { meaningfulWords } from '../../scenarios/glossary/meaningful.ts'
import type { TermKind } from '../../scenarios/glossary/term.ts'
import { inspect } from '../../scenarios/projections/inspection.ts'
import { decodeToken, tokenPattern } from '../../scenarios/model/jwt.ts'
import type { HttpPart, Message } from '../../scenarios/model/trace.ts'
import type { HeaderList, Json } from '../../scenarios/model/wire.ts'

/** A name that occurs in a message, as what it is the name of. */
export type Name = readonly [kind: TermKind, name: string]

const cookiesOf = ([field, value]: HeaderList[number]): Name[] => {
  if (field === 'cookie')
    return value.split('; ').map((pair) => ['cookie', pair.split('=', 1)[0] ?? ''])
  if (field !== 'set-cookie') return []
  const [pair = '', ...attributes] = value.split(/; ?/)
  return [
    ['cookie', pair.split('=', 1)[0] ?? ''],
    ...attributes.map((attribute): Name => ['attribute', attribute.split('=', 1)[0] ?? '']),
  ]
}

const valuesOf = (name: string, value: string): Name[] =>
  meaningfulWords(name, value).map((word) => ['value', word])

const tokensOf = (http: HttpPart): Name[] =>
  [...JSON.stringify(http).matchAll(tokenPattern)].flatMap(([text]) => {
    const token = decodeToken(text)
    const names = (kind: TermKind, values: Readonly<Record<string, Json>>): Name[] =>
      Object.keys(values).map((name) => [kind, name])
    const said = (name: string): Name[] => {
      const value = token?.claims[name]
      return valuesOf(name, typeof value === 'string' ? value : '')
    }
    return [
      ...names('token-header', token?.header ?? {}),
      ...names('claim', token?.claims ?? {}),
      ...said('authenticationType'),
      ...said('tty'),
    ]
  })

/** Every name in a message that a learner may ask about. */
export const namesIn = (message: Message): readonly Name[] => {
  const inspection = inspect(message)
  const { http } = message
  if (http === null || inspection === null) return []
  const { pathname } = new URL(http.url)
  const isFusionAuths = /^\/(?:oauth2|api|\.well-known|oauth-callback)/.test(pathname)
  return [
    ...(http.method !== null && isFusionAuths ? [['path', pathname] as const] : []),
    ...(http.status === null ? [] : [['status', String(http.status)] as const]),
    ...http.headers.map(([name]): Name => ['header', name]),
    ...http.headers.flatMap(cookiesOf),
    ...inspection.parameters.flatMap(({ source, name, value }): Name[] => [
      [source === 'json' ? 'member' : 'parameter', name],
      ...valuesOf(name, value),
    ]),
    ...tokensOf(http),
  ]
}
