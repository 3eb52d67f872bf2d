import type { Message } from '../../../../scenarios/model/trace.ts'
import type { Edit } from './edit.ts'
import { made } from '../../../support/texts.ts'

export const cookies = (message: Message): readonly Edit[] => [
  ['no verdicts', { ...message, cookies: [] }],
  ['nothing received', { ...message, received: [] }],
  ...message.cookies.flatMap((one, index): readonly Edit[] => {
    const put = (verdict: typeof one) =>
      message.cookies.map((old, at) => (at === index ? verdict : old))
    return [
      [`${one.name}: the other verdict`, { ...message, cookies: put({ ...one, sent: !one.sent }) }],
      [`${one.name}: another rule`, { ...message, cookies: put({ ...one, rule: 'path' }) }],
      [
        `${one.name}: another host`,
        { ...message, cookies: put({ ...one, domain: 'elsewhere.example' }) },
      ],
    ]
  }),
  [
    'a cookie of FusionAuth',
    {
      ...message,
      cookies: [
        ...message.cookies,
        {
          agent: 'Browser',
          name: 'fusionauth.sso',
          domain: 'x',
          path: '/',
          sent: true,
          reason: made(''),
          rule: '',
          source: '',
        },
      ],
    },
  ],
  ...message.received.flatMap((one, index): readonly Edit[] => {
    const put = (cookie: typeof one) =>
      message.received.map((old, at) => (at === index ? cookie : old))
    return [
      [
        `${one.name}: not so received`,
        { ...message, received: put({ ...one, stored: !one.stored }) },
      ],
      [
        `${one.name}: deleted`,
        { ...message, received: put({ ...one, rule: 'deleted', stored: false }) },
      ],
      [`${one.name}: for another reason`, { ...message, received: put({ ...one, rule: 'x' }) }],
    ]
  }),
  [
    'a session id received',
    {
      ...message,
      received: [
        ...message.received,
        {
          agent: 'Browser',
          name: 'sid',
          domain: 'x',
          stored: true,
          reason: made(''),
          rule: 'stored',
          source: '',
        },
      ],
    },
  ],
  [
    'the refresh token deleted',
    {
      ...message,
      received: [
        ...message.received,
        {
          agent: 'Browser',
          name: 'rt',
          domain: 'x',
          stored: false,
          reason: made(''),
          rule: 'deleted',
          source: '',
        },
      ],
    },
  ],
]
