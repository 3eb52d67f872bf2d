/** @module-tag exhaustive */

import { beforeAll, describe, expect, test } from 'vitest'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import { outcomesOf } from '../../scenarios/catalogue/outcomes.ts'
import { isRight, questionsOf, type Question, type Topic } from '../../scenarios/predict/index.ts'
import type { Token } from '../../scenarios/predict/question.ts'
import type { Workflow } from '../../scenarios/model/workflow.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { act, done, played, slugs } from '../support/play.ts'

/** A lesson that has been played. */
interface Row {
  readonly name: string
  readonly workflow: Workflow
  readonly lesson: string
  readonly trace: Trace
}

let rows: readonly Row[] = []

beforeAll(async () => {
  rows = await Promise.all(
    workflows.flatMap((workflow) =>
      lessons(workflow).map(async ({ name }) => ({
        name: `${workflow.slug}, ${name}`,
        workflow,
        lesson: name,
        trace: await played({ workflow: workflow.slug, lesson: name }),
      })),
    ),
  )
})

type Check = (row: Row) => void | Promise<void>

/** Puts a question to lessons, and names all those in which it fails. */
const holdsIn = async (asked: readonly Row[], check: Check): Promise<void> => {
  const failures: string[] = []
  for (const row of asked)
    try {
      await check(row)
    } catch (error) {
      failures.push(`${row.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  expect(asked).not.toEqual([])
  expect(failures).toEqual([])
}

/** A test that puts its question to every lesson of every workflow. */
const inEveryLesson =
  (check: Check): (() => Promise<void>) =>
  () =>
    holdsIn(rows, check)

/** Each lesson once for each kind of client and each strategy that it is there for. */
const oneOfEachKind = (): readonly Row[] => [
  ...new Map(
    rows.map((row) => [
      `${row.workflow.client} ${row.workflow.sessionStrategy} ${row.lesson}`,
      row,
    ]),
  ).values(),
]

const at = (trace: Trace, n: number): Message => {
  const message = trace.messages[n - 1]
  if (message === undefined) throw new Error(`no message ${n}`)
  return message
}

const known = new WeakMap<Trace, readonly Question[]>()

/** What is asked about a trace, worked out once. */
const questionsAbout = (trace: Trace): readonly Question[] => {
  const questions = known.get(trace) ?? questionsOf(trace)
  known.set(trace, questions)
  return questions
}

const ask = (trace: Trace, topic: Topic): readonly Question[] =>
  questionsAbout(trace).filter((question) => question.topic === topic)

const rightKeys = ({ options }: Question): readonly string[] =>
  options.filter(({ right }) => right).map(({ key }) => key)

const named = ({ options }: Question): readonly string[] =>
  options.flatMap(({ answer, right }) =>
    right && answer.what === 'participant' ? [answer.name] : [],
  )

const isPasswordForm = (message: Message): boolean =>
  message.to === 'Browser' && /type="password"/.test(message.http?.body ?? '')

/** Where a page or an app draws a form that no server sent. */
const drawsForm = ({ kind, from, changes }: Message): boolean =>
  kind === 'self' &&
  changes.some(
    ({ where, after }) =>
      where === `${from}.pages` && /type=\\?"password/.test(JSON.stringify(after)),
  )

/** Whether the client has the user type the password into a form of its own, without any request. */
const hasOwnForm = ({ client, login }: Workflow): boolean =>
  client !== 'webapp' && login !== 'authorization-code' && login !== 'implicit'

/** An answer with a token that somebody other than the Hacker asked for. */
const bringsToken = ({ kind, step, http }: Message): boolean =>
  kind === 'response' &&
  !step.startsWith('hacker.') &&
  /eyJ[\w-]+\.eyJ/.test(JSON.stringify([http?.headers, http?.body]))

/** Where a workflow keeps what its logins bring, told by its row of the catalogue. */
const keptBy = (
  { client, login, sessionStrategy, backend, fusionauth }: Workflow,
  token: Token,
  lesson: string,
): readonly string[] => {
  const isDirect = login === 'native-at-fusionauth'
  // A script of another site is given no cookies by today's browsers.
  const isRefused = isDirect && fusionauth === 'own-site' && lesson === 'broken-today'
  if (client === 'mobile') return ['device']
  if (backend === 'bff') return ['server']
  if (token === 'refresh-token') return sessionStrategy === 'session' || isRefused ? [] : ['cookie']
  if (sessionStrategy === 'session' || sessionStrategy === 'session+refresh') return ['server']
  if (sessionStrategy !== 'jwt-local-storage') return ['cookie']
  // FusionAuth's own API sets a cookie besides what the script stores.
  return isDirect && !isRefused ? ['cookie', 'local-storage'] : ['local-storage']
}

/** Whether a topic has something to be asked about in a trace, told by simpler means. */
const applies: Readonly<Record<Topic, (trace: Trace, workflow: Workflow) => boolean>> = {
  cookies: ({ messages }) =>
    messages.some(({ from, cookies }) => from !== 'Hacker' && cookies.length > 0),
  answer: ({ messages }) => messages.some(({ kind }) => kind === 'response'),
  'break-in': ({ events }) => events.some(({ type }) => type === 'hacker.load'),
  // A form of the client's own can only be foretold where a request that fails brings it.
  form: ({ events, messages }, workflow) =>
    hasOwnForm(workflow)
      ? messages.some(
          ({ id, phase, step }) =>
            id.includes('login-again') && phase === 'relogin' && step === 'learner.load',
        )
      : events.some(({ type }) => type === 'learner.login'),
  session: ({ messages }) => messages.some(({ id }) => id.endsWith('create-session')),
  password: ({ events }) => events.some(({ type }) => type === 'learner.submit'),
  kept: ({ messages }) => messages.some((message) => bringsToken(message)),
}
const topics = Object.keys(applies) as readonly Topic[]

describe('In every lesson of every workflow', () => {
  test.each(topics)(
    '%s is asked about where there is something to ask, and nowhere else',
    (topic) =>
      inEveryLesson(({ trace, workflow }) => {
        expect(ask(trace, topic).length > 0).toBe(applies[topic](trace, workflow))
      })(),
  )

  test.each(topics)('%s is asked about in some lessons', (topic) => {
    expect(rows.filter(({ trace }) => ask(trace, topic).length > 0)).not.toEqual([])
  })

  test(
    'every question has options of different keys, a right one and a wrong one',
    inEveryLesson(({ trace }) => {
      const questions = questionsAbout(trace)
      for (const { id, options, several } of questions) {
        expect(new Set(options.map(({ key }) => key)).size, id).toBe(options.length)
        const right = options.filter((option) => option.right).length
        expect(right, id).toBeGreaterThan(0)
        expect(right, id).toBeLessThan(options.length)
        if (!several) expect(right, id).toBe(1)
      }
    }),
  )

  test(
    'every question stands before the messages that prove its answer, and names one',
    inEveryLesson(({ trace }) => {
      const questions = questionsAbout(trace)
      for (const { id, n, evidence, request } of questions) {
        expect(evidence.length, id).toBeGreaterThan(0)
        for (const proof of evidence) expect(proof, id).toBeGreaterThanOrEqual(n)
        expect(request.n, id).toBeLessThanOrEqual(n)
        expect(at(trace, request.n).kind, id).toBe('request')
      }
    }),
  )

  test(
    'only all the right options together are right',
    inEveryLesson(({ trace }) => {
      const questions = questionsAbout(trace)
      for (const question of questions) {
        const right = new Set(rightKeys(question))
        expect(isRight(question, right)).toBe(true)
        expect(isRight(question, new Set())).toBe(false)
        for (const { key } of question.options) {
          const other = new Set(right)
          if (!other.delete(key)) other.add(key)
          expect(isRight(question, other)).toBe(false)
        }
      }
    }),
  )

  test(
    'the cookies that go are those in the Cookie header',
    inEveryLesson(({ trace }) => {
      for (const question of ask(trace, 'cookies')) {
        const header = at(trace, question.n).http?.headers.find(([name]) => name === 'cookie')?.[1]
        const sent = (header ?? '').split('; ').flatMap((pair) => pair.split('=', 1)[0] || [])
        const right = question.options.filter((option) => option.right).map(({ answer }) => answer)
        const names = right.flatMap((answer) => (answer.what === 'cookie' ? [answer.name] : []))
        expect(names.toSorted(), question.id).toEqual(sent.toSorted())
        expect(right.some(({ what }) => what === 'no-cookie')).toBe(sent.length === 0)
      }
    }),
  )

  test(
    'the answer foretold is the one on the arrow, and no wrong option is',
    inEveryLesson(({ trace }) => {
      for (const { n, options } of ask(trace, 'answer')) {
        const { label } = at(trace, n)
        for (const { answer, right } of options)
          expect(answer.what === 'answer' && answer.label === label).toBe(right)
      }
    }),
  )

  test(
    'the servers that learn the password are those that it is sent to',
    inEveryLesson(({ trace }) => {
      for (const question of ask(trace, 'password')) {
        for (const proof of question.evidence)
          expect(at(trace, proof).http?.body).toContain('password')
        const told = question.evidence.map((proof) => at(trace, proof).to)
        expect(named(question).toSorted()).toEqual([...new Set(told)].toSorted())
      }
    }),
  )

  test(
    'a form is foretold where one comes or is drawn, and single sign-on where none does',
    inEveryLesson(({ trace }) => {
      for (const { options, evidence } of ask(trace, 'form')) {
        const proof = at(trace, evidence[0] ?? 0)
        const right = options.find((option) => option.right)?.answer
        if (isPasswordForm(proof)) expect(right).toEqual({ what: 'form', from: proof.from })
        else if (drawsForm(proof)) expect(right).toEqual({ what: 'drawn-form', on: proof.from })
        else {
          expect(right).toEqual({ what: 'no-form' })
          expect(proof.http?.status).toBe(302)
        }
      }
    }),
  )

  test(
    'no form of the client’s own is foretold where the client has none, and no other where it has',
    inEveryLesson(({ trace, workflow }) => {
      for (const { options } of ask(trace, 'form')) {
        const right = options.find((option) => option.right)?.answer.what
        expect(right === 'drawn-form').toBe(hasOwnForm(workflow))
      }
    }),
  )

  test(
    'a new session id is foretold where the browser is given one that was not there before',
    inEveryLesson(({ trace }) => {
      for (const { n, request, options } of ask(trace, 'session')) {
        const { exchange } = at(trace, request.n)
        const answer = trace.messages.find(
          (message) => message.exchange === exchange && message.kind === 'response',
        )
        const changed = answer?.changes.some(
          ({ where, op, key, before, after }) =>
            where === 'Browser.jar' &&
            op === 'set' &&
            /^(__Host-)?sid@/.test(key) &&
            JSON.stringify(before) !== JSON.stringify(after),
        )
        const right = options.find((option) => option.right)?.answer.what
        expect(right, `before ${n}`).toBe(changed === true ? 'new-session' : 'same-session')
      }
    }),
  )

  test(
    'a token is foretold to be kept where its workflow keeps it, and nowhere else',
    inEveryLesson(({ trace, workflow, lesson }) => {
      const asked = ask(trace, 'kept')
      for (const { id, options, token = 'jwt' } of asked) {
        const right = options.flatMap(({ answer, right: isSo }) => (isSo ? [answer] : []))
        const places = right.flatMap((answer) => (answer.what === 'kept' ? [answer.where] : []))
        expect(places.toSorted(), id).toEqual(keptBy(workflow, token, lesson))
        expect(
          right.some(({ what }) => what === 'not-kept'),
          id,
        ).toBe(places.length === 0)
      }
      // The same places are foretold once.
      expect(new Set(asked.map(({ token }) => token)).size).toBe(asked.length)
    }),
  )

  test(
    'what proves where a token is kept shows it there, or shows that it came',
    inEveryLesson(({ trace }) => {
      const ids = trace.messages.flatMap(({ changes }) =>
        changes.filter(({ where }) => where === 'FusionAuth.refreshTokens').map(({ key }) => key),
      )
      const issued = new RegExp(ids.join('|'))
      for (const { n, options, evidence, token = 'jwt' } of ask(trace, 'kept')) {
        const isKept = options.some(({ answer, right }) => right && answer.what === 'kept')
        if (!isKept) expect(evidence).toEqual([n])
        for (const proof of isKept ? evidence : [])
          expect(
            at(trace, proof).changes.some(
              ({ where, op, after }) =>
                op === 'set' &&
                !/^(?:Hacker|FusionAuth)\./.test(where) &&
                (token === 'jwt' ? /eyJ/ : issued).test(JSON.stringify(after)),
            ),
          ).toBe(true)
      }
    }),
  )

  test(
    'the Hacker is foretold to get in where the outcome says so',
    inEveryLesson(({ trace }) => {
      const sees = outcomesOf(trace.messages).filter(
        ({ id, holds }) => holds && id.startsWith('hacker-sees-'),
      )
      for (const { options, evidence } of ask(trace, 'break-in')) {
        const isIn = evidence.some((proof) =>
          sees.some((outcome) => outcome.evidence.includes(proof)),
        )
        const right = options.find((option) => option.right)?.answer.what
        expect(right === 'refused').toBe(!isIn)
      }
    }),
  )

  test(
    'the Hacker is foretold a session or a token besides where an answer hands one over',
    inEveryLesson(({ trace }) => {
      for (const { n, options } of ask(trace, 'break-in')) {
        const right = options.find((option) => option.right)?.answer.what
        if (right === 'refused') continue
        const rest = trace.messages.slice(n - 1)
        const end = rest.findIndex(({ step }) => step === 'hacker.steal')
        const answers = (end < 0 ? rest : rest.slice(0, end)).filter(
          ({ kind, to }) => kind === 'response' && to === 'Hacker',
        )
        const set = answers.flatMap(({ http }) =>
          (http?.headers ?? []).flatMap(([name, value]) => (name === 'set-cookie' ? [value] : [])),
        )
        const hasSession = set.some((value) => /^(__Host-)?sid=[^;]/.test(value))
        const hasToken =
          set.some((value) => value.includes('=eyJ')) ||
          answers.some(({ http }) => /"eyJ/.test(http?.body ?? ''))
        const besides = hasToken ? 'let-in-with-token' : 'let-in'
        expect(right).toBe(hasSession ? 'let-in-with-session' : besides)
      }
    }),
  )

  test(
    'another seed gives the options another order, the same one always the same',
    inEveryLesson(({ trace }) => {
      const questions = questionsAbout(trace)
      expect(questionsOf(trace)).toEqual(questions)
      const orders = (seed: string) =>
        questionsOf({ ...trace, seed }).map(({ options }) => options.map(({ key }) => key))
      expect(orders('one')).not.toEqual(orders('two'))
    }),
  )
})

test('what is asked while a run is being made is what its whole trace asks', () =>
  holdsIn(oneOfEachKind(), async ({ trace, workflow, lesson }) => {
    const questions = questionsAbout(trace)
    const run = await openRun({ workflow: workflow.slug, lesson })
    for (;;) {
      const { trace: soFar, plan, decisionPoints } = run.state
      const asked = questionsOf(soFar, plan)
      for (const question of questions.filter(({ n }) => n <= soFar.messages.length))
        expect(asked).toContainEqual(question)
      const next = decisionPoints.at(-1)?.next ?? null
      if (next === null) break
      await act(run, next)
    }
    run.close()
  }))

describe('Single sign-on', () => {
  test('a login without a form is asked about', () => {
    const silent = rows.filter(({ lesson }) => lesson === 'silent-relogin')
    expect(silent).not.toEqual([])
    for (const { name, trace } of silent) {
      const right = ask(trace, 'form').map(({ options }) => options.find((option) => option.right))
      expect(
        right.map((option) => option?.answer.what),
        name,
      ).toContain('no-form')
    }
  })
})

describe('Away from the lessons', () => {
  test('a session id that has run out lets nobody in', async () => {
    const trace = await done({ workflow: slugs.native }, [
      { type: 'learner.open', app: 'Store' },
      { type: 'learner.login', app: 'Store' },
      { type: 'learner.submit', app: 'Store', credentials: 'right' },
      { type: 'hacker.steal', what: 'session-id' },
      { type: 'clock.expire', what: 'session' },
      { type: 'hacker.load' },
    ])
    const [question, ...others] = ask(trace, 'break-in')
    expect(others).toEqual([])
    expect(question?.stolen).toEqual(['session-id'])
    expect(question?.options.find(({ right }) => right)?.answer.what).toBe('refused')
  })

  test.each([
    [{ 'http-only': false }, 'readable-cookie'],
    [{ 'refresh-token-place': 'server' }, 'server'],
  ] as const)(
    'a switch (%j) moves the refresh token to another place: %s',
    async (defences, place) => {
      const trace = await played({ workflow: slugs.code, defences })
      const question = ask(trace, 'kept').find(({ token }) => token === 'refresh-token')
      const right = question?.options.filter((option) => option.right) ?? []
      expect(right.map(({ answer }) => answer.what === 'kept' && answer.where)).toEqual([place])
    },
  )

  test('the only answer of a trace still has wrong ones beside it', async () => {
    const trace = await done({ workflow: slugs.code }, [{ type: 'learner.open', app: 'Store' }])
    const [question] = questionsOf(trace)
    expect(question?.topic).toBe('answer')
    expect(question?.options.length).toBeGreaterThan(1)
  })

  test('nothing is asked about a run without messages', async () => {
    const trace = await done({ workflow: slugs.code }, [])
    expect(questionsOf(trace)).toEqual([])
  })
})
