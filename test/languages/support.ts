import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errata } from '../../scenarios/catalogue/errata.ts'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import { inferences } from '../../scenarios/catalogue/inferences.ts'
import { compareTraces } from '../../scenarios/compare/index.ts'
import {
  chromiumPolicy,
  emptyJar,
  receive,
  type RequestSituation,
  select,
} from '../../scenarios/engine/cookie-jar.ts'
import { readPage } from '../../scenarios/engine/html.ts'
import { obstacleOf } from '../../scenarios/engine/obstacle.ts'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import { createRecordedRun } from '../../scenarios/recorded/run.ts'
import { dividerWords, eventWords, phaseTitle } from '../../scenarios/view/words.ts'
import type {
  CommandResult,
  Credentials,
  DividerKind,
  Json,
  LabEvent,
  Message,
  Phase,
  Run,
  Trace,
} from '../../scenarios/vocabulary.ts'
import { createRun } from '../../scenarios/engine/run.ts'
import { openRun, prepareRun } from '../../server/run.ts'
import { openBehind } from '../real/support/behind.ts'
import type { Play } from '../stories/support/detours.ts'
import { mutantsOf } from '../stories/support/mutate.ts'
import { act, runThrough, slugs } from '../support/play.ts'

/** A text of the lab and where it is said. */
export type Said = readonly [where: string, text: string]

type Reason = readonly [where: string, text: string, rule: string]

const phases: Readonly<Record<Phase, true>> = {
  initialize: true,
  login: true,
  'create-session': true,
  'load-cart': true,
  refresh: true,
  relogin: true,
  'forums-initialize': true,
  'forums-login': true,
  'forums-load': true,
  logout: true,
  'forums-logout': true,
  revoke: true,
  'stolen-refresh-token': true,
  'stolen-session-id': true,
  'stolen-jwt': true,
}

const dividers: Readonly<Record<DividerKind, true>> = {
  'session-expired': true,
  'session-and-refresh-token-expired': true,
  'sso-session-expired': true,
  'time-passed': true,
  'refresh-token-revoked': true,
  sso: true,
  'sso-not-provided': true,
  'attack-vectors': true,
  'fusionauth-stopped': true,
  'fusionauth-started': true,
}

const credentials: readonly Credentials[] = [
  'right',
  'wrong-password',
  'unknown-user',
  { loginId: 'eve@example.com', password: 'x' },
]

const events: readonly LabEvent[] = [
  ...(['Store', 'Forums'] as const).flatMap((app): readonly LabEvent[] => [
    { type: 'learner.open', app },
    { type: 'learner.login', app },
    ...credentials.map((typed) => ({
      type: 'learner.submit' as const,
      app,
      credentials: typed,
    })),
    { type: 'learner.load', app },
    { type: 'learner.logout', app },
  ]),
  ...(['session', 'refresh-token', 'sso-session'] as const).map((what) => ({
    type: 'clock.expire' as const,
    what,
  })),
  ...[1, 45, 60, 120, 3600, 7200].map((seconds) => ({ type: 'clock.advance' as const, seconds })),
  { type: 'hacker.steal', what: 'refresh-token' },
  { type: 'hacker.steal', what: 'session-id' },
  { type: 'hacker.load' },
  { type: 'fusionauth.revoke' },
  { type: 'fusionauth.stop' },
  { type: 'fusionauth.start' },
]

/** Everything that stands in a table. */
export const tables = (): readonly Said[] => [
  ...workflows.map(({ title }): Said => ['workflow', title]),
  ...workflows.flatMap((workflow) => lessons(workflow).map(({ title }): Said => ['lesson', title])),
  ...Object.values(errata).map((text): Said => ['erratum', text]),
  ...inferences.map(({ what }): Said => ['inference', what]),
  ...(Object.keys(phases) as readonly Phase[]).map((phase): Said => ['phase', phaseTitle(phase)]),
  ...(Object.keys(dividers) as readonly DividerKind[]).map((kind): Said => [
    'divider',
    dividerWords(kind).text,
  ]),
  ...events.map((event): Said => ['event', eventWords(event)]),
]

/** Everything that a played run says besides the wire. */
export const saidIn = ({ name, trace, rests, problems }: Play): readonly Said[] => [
  ...trace.messages.flatMap(({ n, kind, label, cookies, received }): readonly Said[] => [
    ...(kind === 'self' ? [[`${name}, ${n}`, label] as const] : []),
    ...[...cookies, ...received].map(({ because }): Said => [`${name}, ${n}`, because]),
  ]),
  ...rests.flatMap(({ choices }) =>
    choices.filter(({ because }) => because !== '').map(({ because }): Said => [name, because]),
  ),
  ...problems.map((problem): Said => [name, problem]),
]

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

/** Problems of pages of FusionAuth that no login can pass. */
export const obstacles = (): readonly Said[] =>
  [
    ['twoFactorId', 200, ''],
    ['registration.x', 200, ''],
    ['verificationId', 200, ''],
    ['changePasswordId', 200, ''],
    ['scopeConsents', 200, ''],
    ['', 500, '<p>x</p>'],
    ['', 400, '<pre>{"error":"invalid_request","error_reason":"missing_client_id"}</pre>'],
    ['', 200, '<p>x</p>'],
    ['', 200, '<title>Maintenance</title><p>x</p>'],
  ].flatMap(([field, status, html]): readonly Said[] => {
    const body = field === '' ? String(html) : `<form method="post"><input name="${field}"></form>`
    const obstacle = obstacleOf(
      readPage('https://login.example/oauth2/x', Number(status), body, false),
    )
    return obstacle === null
      ? []
      : [
          ['obstacle', obstacle.label],
          ['obstacle', obstacle.problem],
        ]
  })

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

/** Files that are no traces, and why. */
export const unreadable = (trace: Trace): readonly Said[] => {
  const small = { ...trace, messages: trace.messages.slice(0, 4), dividers: [], outcome: [] }
  const wrong: readonly Json[] = [null, 'x', 1, [], {}, 'a\nb', '\n', [['A', 'b']]]
  const broken: unknown[] = [
    null,
    { ...small, messages: [{ ...small.messages[0], n: 7 }] },
    {
      ...small,
      messages: [small.messages[0], { ...small.messages[1], id: small.messages[0]?.id }],
    },
    {
      ...small,
      messages: [
        { ...small.messages[0], changes: [{ where: 'A.b', op: 'set', key: '', after: 1 }] },
      ],
    },
    { ...small, participants: ['Browser'] },
    { ...small, dividers: [{ before: 99, kind: 'sso' }] },
    { ...small, outcome: [{ id: 'x', holds: true, evidence: [99] }] },
  ]
  const spoil = (value: unknown, put: (other: unknown) => unknown, depth: number): void => {
    for (const other of [...wrong, undefined, '']) broken.push(put(other))
    if (depth === 0 || typeof value !== 'object' || value === null) return
    for (const [name, member] of Object.entries(value).slice(0, 30))
      spoil(
        member,
        (other) =>
          put(
            Array.isArray(value)
              ? value.map((old: unknown, at) => (String(at) === name ? other : old))
              : { ...value, [name]: other },
          ),
        depth - 1,
      )
  }
  spoil(small, (other) => other, 4)
  const texts = broken.flatMap((value): readonly Said[] => {
    const parsed = parseTrace(JSON.stringify(value) ?? '')
    return parsed.ok ? [] : [['recording', parsed.problem]]
  })
  const long = parseTrace(' '.repeat(33 * 1024 * 1024))
  return long.ok ? texts : [...texts, ['recording', long.problem]]
}

const problemOf = async (result: Promise<CommandResult> | undefined): Promise<readonly Said[]> => {
  const told = await result
  return told === undefined || told.ok ? [] : [['problem', told.problem]]
}

const refusal = async (opening: Promise<unknown>): Promise<readonly Said[]> => {
  try {
    await opening
    return []
  } catch (error) {
    return [['problem', error instanceof Error ? error.message : '']]
  }
}

const open: LabEvent = { type: 'learner.open', app: 'Store' }

const manyBranches = async (run: Run): Promise<readonly Said[]> => {
  await act(run, open)
  for (;;) {
    const told = await problemOf(run.fork?.(1))
    if (told.length > 0) return told
  }
}

const atEnd = (run: Run): Run => {
  run.seek(run.state.trace.messages.length)
  return run
}

/** A run whose world opens once and never again, so that no branch can be made. */
const onceOnly = async (workflow: string): Promise<Run> => {
  const options = await prepareRun({ workflow })
  let opened = false
  return createRun({
    ...options,
    production: {
      ...options.production,
      openWorld: (ports) => {
        if (opened) return Promise.reject(new Error('no second world'))
        opened = true
        return options.production.openWorld(ports)
      },
    },
  })
}

/** What cannot be done with a FusionAuth that is not ours. */
const realProblems = async (): Promise<readonly Said[]> => {
  const behind = await openBehind()
  try {
    const run = await openRun({ workflow: slugs.code }, await behind.surroundings())
    const stop = await problemOf(run.send({ type: 'fusionauth.stop' }))
    await act(run, open)
    run.seek(1)
    const past = await problemOf(run.send(open))
    run.close()
    return [...stop, ...past]
  } finally {
    await behind.close()
  }
}

/** What a run answers when it cannot do what it is asked for. */
export const problems = async (trace: Trace): Promise<readonly Said[]> => {
  const workflow = slugs.code
  const run = await openRun({ workflow })
  const small = await openRun({ workflow }, { maximumMessages: 1 })
  await act(small, open)
  const closed = await openRun({ workflow })
  closed.close()
  const faulty = await runThrough(
    { workflow },
    () => () => Promise.reject(new TypeError('a fault')),
  )
  const stuck = await onceOnly(workflow)
  await act(stuck, open)
  const said = [
    ...(await problemOf(run.switchTo?.('nowhere'))),
    ...(await manyBranches(run)),
    ...(await problemOf(run.send({ type: 'clock.advance', seconds: -1 }))),
    ...(await problemOf(atEnd(small).send(open))),
    ...(await problemOf(stuck.fork?.(2))),
    ...(await realProblems()),
    ...(await problemOf(closed.send(open))),
    ...(await problemOf(faulty.send(open))),
    ...(await problemOf(createRecordedRun(trace).send(open))),
    ...(await refusal(openRun({ workflow: 'webapp/nothing' }))),
    ...(await refusal(openRun({ workflow, lesson: 'nothing' }))),
    ...(await refusal(openRun({ workflow, profile: 'nothing' as never }))),
    ...(await refusal(openRun({ workflow, defences: { nothing: true } }))),
  ]
  for (const one of [run, small, faulty, stuck]) one.close()
  return said
}

/**
 * The sources of the rooms whose problems reach the page, one text for each file; and the reasons that
 * no rest can show, since nothing is under way at a rest.
 */
export const sources = (): readonly string[] => [
  `'Another step is still under way.'`,
  ...['server', 'web'].flatMap((room) => {
    const folder = fileURLToPath(new URL(`../../${room}`, import.meta.url))
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  }),
]
