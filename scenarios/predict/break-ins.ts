import type { Trace } from '../vocabulary.ts'
import { theftsOf } from '../align/theft.ts'
import { asked, choice, type Question } from './question.ts'

/** Does the Hacker get in with what was stolen? */
export const breakInQuestions = (trace: Pick<Trace, 'messages' | 'outcome'>): readonly Question[] =>
  theftsOf(trace).flatMap(({ n, loot, tried, seen, gained }) => {
    const attempt = trace.messages.find(
      (message) => message.n > n && message.from === 'Hacker' && message.kind === 'request',
    )
    if (!tried || attempt === undefined) return []
    const session = gained.find(({ secret }) => secret.kind === 'session-id')
    const isIn = seen.length > 0
    const answers = trace.messages.filter(
      ({ exchange, kind }) => kind === 'response' && exchange === attempt.exchange,
    )
    return [
      {
        id: `${attempt.id}/break-in`,
        n: attempt.n,
        topic: 'break-in' as const,
        request: asked(attempt),
        loot: [...new Set(loot.map(({ kind }) => kind))],
        several: false,
        options: [
          choice({ what: 'refused' }, !isIn),
          choice({ what: 'let-in' }, isIn && session === undefined),
          choice({ what: 'let-in-with-session' }, isIn && session !== undefined),
        ],
        evidence: isIn
          ? [...new Set([...seen.slice(0, 1), ...(session === undefined ? [] : [session.n])])]
          : answers.map((answer) => answer.n),
      },
    ]
  })
