import { compareTraces } from '../../../scenarios/conformance/index.ts'
import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import { mutantsOf } from '../../stories/support/mutate.ts'
import type { Said } from './said.ts'

/** How messages of a real FusionAuth may differ from what was expected of them. */
export const differences = (traces: readonly Trace[]): readonly Said[] => {
  const found: Said[] = []
  const differ = (expected: Message, observed: Message): void => {
    for (const pair of [
      [expected, observed],
      [observed, expected],
    ] as const)
      for (const { sentence, because } of compareTraces(
        { messages: [pair[0]] },
        { messages: [pair[1]] },
      ))
        found.push(
          ['difference', sentence],
          ...(because === '' ? [] : [['difference', because] as const]),
        )
  }
  for (const trace of traces)
    for (const message of trace.messages.filter(({ http }) => http !== null)) {
      const alone: Trace = { ...trace, messages: [message] }
      for (const mutant of mutantsOf(alone, message.n)) {
        const changed = mutant.trace.messages.find(({ n }) => n === message.n)
        if (changed !== undefined && changed.id === message.id) differ(message, changed)
      }
      const plain = {
        ...message,
        http: message.http && {
          ...message.http,
          url: message.http.url.replace('https:', 'http:'),
          headers: message.http.headers.map(
            ([name, value]) =>
              [
                name,
                value.replaceAll(/; (Secure|Max-Age=\d+)/g, '').replace('no-store', 'public'),
              ] as const,
          ),
          body: message.http.body.replace(/eyJ[\w.-]+/g, otherToken),
        },
      }
      differ(message, plain)
      const others = {
        ...message,
        http: message.http && {
          ...message.http,
          body: message.http.body.replace('name="loginId"', 'name="user"'),
        },
      }
      differ(message, others)
      const call: Message = {
        ...message,
        id: 'x.x',
        kind: 'request',
        to: 'FusionAuth',
        http: { method: 'GET', url: 'https://login.example/', status: null, headers: [], body: '' },
      }
      const plainCall = {
        ...call,
        http: call.http && { ...call.http, url: 'http://login.example/' },
      }
      for (const { because } of compareTraces(
        { messages: [call, message] },
        { messages: [plainCall, plain] },
      ))
        if (because !== '') found.push(['difference', because])
      for (const other of trace.messages.filter(({ kind }) => kind === message.kind))
        differ(message, {
          ...other,
          id: message.id,
          n: message.n,
          from: message.from,
          to: message.to,
        })
      found.push(
        ...[
          ...compareTraces({ messages: [message] }, { messages: [] }),
          ...compareTraces({ messages: [] }, { messages: [message] }),
        ].map(({ sentence }): Said => ['difference', sentence]),
      )
    }
  return found
}

const encoded = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Another issuer's token: other claims, another life, or none that ends. */
const otherToken = (token: string): string =>
  token.length % 2 === 0
    ? `${encoded({ alg: 'RS256', x: 1 })}.${encoded({ iss: 'https://elsewhere.example', iat: 0, exp: 60, y: 2 })}.x`
    : `${encoded({ alg: 'none' })}.${encoded({ iss: 'x' })}.x`
