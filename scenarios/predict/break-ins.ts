import type { Trace } from '../model/trace.ts'
import { theftsOf } from '../trace-diff/theft.ts'
import { secretsOf, type SecretKind } from '../projections/secrets.ts'
import { asked, choice, type PredictQuestion } from './question.ts'

const tokens: ReadonlySet<SecretKind> = new Set(['jwt', 'refresh-token'])

/** Does the Hacker get in with what was stolen? */
export const breakInQuestions = (
  trace: Pick<Trace, 'messages' | 'outcome'>,
): readonly PredictQuestion[] => {
  const secrets = secretsOf(trace.messages)
  const thefts = theftsOf(trace)
  return thefts.flatMap(({ n, credentials, tried, seen, gained }, index) => {
    const attempt = trace.messages.find(
      (message) => message.n > n && message.from === 'Hacker' && message.kind === 'request',
    )
    if (!tried || attempt === undefined) return []
    const session = gained.find(({ secret }) => secret.kind === 'session-id')
    const isIn = seen.length > 0
    const end = thefts[index + 1]?.n ?? Number.POSITIVE_INFINITY
    const brings = trace.messages.find(
      (message) =>
        message.n > n &&
        message.n < end &&
        message.to === 'Hacker' &&
        message.kind === 'response' &&
        secrets.some(
          ({ kind, bornAt, carriedBy }) =>
            tokens.has(kind) && bornAt > n && carriedBy.includes(message.n),
        ),
    )
    const token = session === undefined ? brings : undefined
    const hasSessions = secrets.some(({ kind, bornAt }) => kind === 'session-id' && bornAt < n)
    const besides = session?.n ?? token?.n
    const answers = trace.messages.filter(
      ({ exchange, kind }) => kind === 'response' && exchange === attempt.exchange,
    )
    return [
      {
        id: `${attempt.id}/break-in`,
        n: attempt.n,
        topic: 'break-in' as const,
        request: asked(attempt),
        stolen: [...new Set(credentials.map(({ kind }) => kind))],
        several: false,
        options: [
          choice({ what: 'refused' }, !isIn),
          choice({ what: 'let-in' }, isIn && besides === undefined),
          ...(hasSessions || session !== undefined
            ? [choice({ what: 'let-in-with-session' }, isIn && session !== undefined)]
            : []),
          ...(!hasSessions || token !== undefined
            ? [choice({ what: 'let-in-with-token' }, isIn && token !== undefined)]
            : []),
        ],
        evidence: isIn
          ? [...new Set([...seen.slice(0, 1), ...(besides === undefined ? [] : [besides])])]
          : answers.map((answer) => answer.n),
      },
    ]
  })
}
