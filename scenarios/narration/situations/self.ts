import type { Change, Message } from '../../model/trace.ts'
import { keysIn, wasGiven } from '../keys.ts'
import { hasAccount } from './hacker.ts'
import { halfOf, isForHacker, lastAnswer, type Messages } from './messages.ts'
import type { Label, TextCode } from '../../model/text.ts'
import { memberOf } from '../../model/json.ts'

/** Steps in which the Hacker finds nothing. */
const emptyHanded: readonly TextCode[] = [
  'note.finds-none',
  'note.hears-nothing',
  'note.log-is-empty',
  'note.script-sent-nothing',
]

/** What was to end, and could not be made to. */
const livesOn: readonly TextCode[] = [
  'note.refresh-token-lives-on',
  'note.sso-session-lives-on',
  'note.jwt-lives-on',
]

const says = (label: Label, codes: readonly TextCode[]): boolean =>
  typeof label !== 'string' && codes.includes(label.code)

/** Whether what was taken lay in a cookie that scripts can read. */
const isReadable = (taken: Change | undefined): boolean =>
  memberOf(taken?.after, 'httpOnly') === false

const minute = 60_000

/** What a message takes of protocol time, at most. */
const aMoment = 1_000

/** Whether a session that was extended ends as usual: after half an hour, and twelve hours at most. */
const hasUsualEnd = ({ at, changes }: Message): boolean => {
  const set = changes.find(({ where, op }) => where.endsWith('.appSessions') && op === 'set')
  const [end, begun] = [memberOf(set?.after, 'expiresAt'), memberOf(set?.after, 'createdAt')]
  if (typeof end !== 'string' || typeof begun !== 'string') return false
  const latest = Math.min(Date.parse(at) + 30 * minute, Date.parse(begun) + 720 * minute)
  return Math.abs(Date.parse(end) - latest) < aMoment
}

export const ofSelf = (message: Message, name: string, trace: Messages): readonly string[] => {
  const { label, changes } = message
  const taken = changes.find(({ op }) => op === 'set')
  const before = lastAnswer(message, trace)?.http?.status ?? 0
  const forHacker = message.exchange !== null && isForHacker(message, trace)
  const isVictims = taken !== undefined && wasGiven('Browser', taken.key, message, trace)
  const request = halfOf(message.exchange, 'request', trace)
  const isSameId =
    name === 'create-session' &&
    request !== undefined &&
    taken !== undefined &&
    keysIn(request).session === taken.key
  return [
    ...(isSameId ? ['same-id'] : []),
    ...(name === 'extend-session' && !hasUsualEnd(message) ? ['other-times'] : []),
    ...(forHacker && !isVictims && hasAccount(message, trace) ? ['for-Hacker/own-account'] : []),
    ...(forHacker && isVictims ? ['for-Hacker/victims'] : []),
    ...(forHacker ? ['for-Hacker'] : []),
    ...((name.startsWith('steal-') && taken === undefined) || says(label, emptyHanded)
      ? ['empty-handed']
      : []),
    ...(isReadable(taken) ? ['readable'] : []),
    ...(taken === undefined ? [] : [taken.where.slice(taken.where.indexOf('.') + 1)]),
    ...(says(label, livesOn) ? ['lives-on'] : []),
    ...(before >= 400 ? ['refused'] : []),
  ]
}
