import { isDevice } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import type { Secret } from '../projections/secrets.ts'
import { asked, causedBy, choice, type PredictQuestion } from './question.ts'
import { protocolText } from '../i18n/label.ts'

type SessionFate = 'new-session' | 'same-session'

const touches = ({ changes }: Message): boolean =>
  changes.some(({ where, op }) => where.endsWith('.appSessions') && op === 'set')

/** A session id that first appears in these messages and is put into the device's memory by them. */
const given = (part: readonly Message[], device: string, ids: readonly Secret[]): Message | null =>
  part.find(({ changes }) =>
    changes.some(
      ({ where, op, after }) =>
        where.startsWith(`${device}.`) &&
        op === 'set' &&
        ids.some(({ value }) => JSON.stringify(after).includes(value)),
    ),
  ) ?? null

/** Will the application give a new session id, or go on with the one that was sent? */
export const sessionQuestions = (
  messages: readonly Message[],
  secrets: readonly Secret[],
): readonly PredictQuestion[] => {
  const seen = new Set<string>()
  const ids = secrets.filter(({ kind }) => kind === 'session-id')
  return messages.flatMap((message) => {
    const { kind, from, exchange, n, label } = message
    if (kind !== 'request' || !isDevice(from) || exchange === null) return []
    const part = causedBy(messages, exchange)
    const next = part[1]
    const touched = part.find(touches)
    if (touched === undefined || next === undefined) return []
    const born = ids.filter(({ bornAt }) => bornAt >= n)
    const gift = given(part, from, born)
    const fate: SessionFate = gift === null ? 'same-session' : 'new-session'
    const mark = `${protocolText(label)} ${fate}`
    if (seen.has(mark)) return []
    seen.add(mark)
    return [
      {
        id: `${message.id}/session`,
        n: next.n,
        topic: 'session' as const,
        request: asked(message),
        stolen: [],
        several: false,
        options: (['new-session', 'same-session', 'no-session'] as const).map((what) =>
          choice({ what }, what === fate),
        ),
        evidence: [touched.n, ...(gift === null || gift === touched ? [] : [gift.n])],
      },
    ]
  })
}
