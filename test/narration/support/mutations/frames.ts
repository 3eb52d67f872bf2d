import type { Participant } from '../../../../scenarios/model/participant.ts'
import type { Message } from '../../../../scenarios/model/trace.ts'
import { anHour, type Edit, withHttp } from './edit.ts'

const people: readonly Participant[] = ['Browser', 'Store', 'Forums', 'FusionAuth', 'Hacker']

export const frames = (message: Message): readonly Edit[] => [
  ...people.flatMap((who): readonly Edit[] => [
    [`from ${who}`, { ...message, from: who }],
    [`to ${who}`, { ...message, to: who }],
  ]),
  ...[200, 302, 400, 404, 502].map((status): Edit => [
    `status ${status}`,
    withHttp(message, { status }),
  ]),
  [
    'another method',
    withHttp(message, { method: message.http?.method === 'GET' ? 'POST' : 'GET' }),
  ],
  ['a self message', { ...message, kind: 'self' }],
  ['a real one', { ...message, provenance: message.provenance === 'real' ? 'simulated' : 'real' }],
  ['no exchange', { ...message, exchange: null }],
  ['no cause', { ...message, cause: null }],
  [
    'something on the wire',
    {
      ...message,
      http: message.http ?? {
        method: 'GET',
        url: 'https://store.example.com/',
        status: null,
        headers: [],
        body: '',
      },
    },
  ],
  [
    'an hour later',
    { ...message, at: new Date(Date.parse(message.at) + 1000 * anHour).toISOString() },
  ],
  [
    'an hour earlier',
    { ...message, at: new Date(Date.parse(message.at) - 1000 * anHour).toISOString() },
  ],
  ['another label', { ...message, label: 'x' }],
  ['another name', { ...message, id: `${message.phase}.x` }],
]
