import type { Change, Message } from '../../../../scenarios/model/trace.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'
import { evil, anHour, type Edit } from './edit.ts'

/** The same value with one of its members changed. */
const values = (value: Json): readonly (readonly [string, Json])[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [['other', evil]]
  const record = value as Readonly<Record<string, Json>>
  return Object.entries(record).flatMap(([name, one]): readonly (readonly [string, Json])[] => {
    const shifted =
      name.endsWith('At') && one !== null
        ? [-400, -1, 1, 400].map((days) => {
            const time =
              typeof one === 'number' ? one : Date.parse(typeof one === 'string' ? one : '')
            const moved = time + days * 24 * anHour
            return typeof one === 'number' ? moved : new Date(moved).toISOString()
          })
        : [typeof one === 'boolean' ? !one : evil]
    const nested = name === 'user' ? [{ name: 'Eve', email: 'eve@example.com' }, {}] : []
    return [...shifted, ...nested, ...(one === null ? [1] : [null])].map((other) => [
      name,
      { ...record, [name]: other },
    ])
  })
}

export const changes = (message: Message): readonly Edit[] => {
  const put = (index: number, change: Change | null): Message => ({
    ...message,
    changes: message.changes.flatMap((old, at) => {
      if (at !== index) return [old]
      return change === null ? [] : [change]
    }),
  })
  const added = (change: Change): Message => ({ ...message, changes: [...message.changes, change] })
  return [
    ['no changes', { ...message, changes: [] }],
    ...message.changes.flatMap((change, index): readonly Edit[] => [
      [`not ${change.where} ${change.op}`, put(index, null)],
      [
        `${change.where}: the other way`,
        put(index, { ...change, op: change.op === 'set' ? 'delete' : 'set' }),
      ],
      [`${change.where}: another key`, put(index, { ...change, key: evil })],
      [
        `${change.where}: a telling key`,
        put(index, { ...change, key: 'ada@example.com-is-logged-in' }),
      ],
      ...values(change.after).map(([name, after]): Edit => [
        `${change.where}: another ${name} after`,
        put(index, { ...change, after }),
      ]),
      ...values(change.before).map(([name, before]): Edit => [
        `${change.where}: another ${name} before`,
        put(index, { ...change, before }),
      ]),
    ]),
    ...(
      [
        'Store.appSessions',
        'Forums.appSessions',
        'FusionAuth.refreshTokens',
        'FusionAuth.ssoSessions',
      ] as const
    ).map((where): Edit => [
      `a change of ${where}`,
      added({
        where,
        op: 'set',
        key: evil,
        before: null,
        after: { expiresAt: '2099-01-01T00:00:00.000Z' },
      }),
    ]),
    ...(
      [
        'sid@store.example.com',
        'rt@store.example.com',
        'jwt@store.example.com',
        'sid@forums.example.com',
        'rt@forums.example.com',
        'fusionauth.sso@example.fusionauth.io',
      ] as const
    ).flatMap((key) =>
      (['Browser.jar', 'Hacker.jar'] as const).flatMap((where): readonly Edit[] => [
        [
          `${key} put into ${where}`,
          added({
            where,
            op: 'set',
            key,
            before: null,
            after: { name: key.split('@', 1)[0] ?? '', value: evil, expiresAt: 9e15 },
          }),
        ],
        [
          `${key} taken out of ${where}`,
          added({ where, op: 'delete', key, before: {}, after: null }),
        ],
      ]),
    ),
  ]
}
