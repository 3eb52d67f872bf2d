import type { Message } from '../../vocabulary.ts'
import { wasGiven } from '../keys.ts'
import { isForHacker, lastAnswer, type Messages } from './messages.ts'

export const ofSelf = (message: Message, name: string, trace: Messages): readonly string[] => {
  const { label, changes } = message
  const taken = changes.find(({ op }) => op === 'set')
  const before = lastAnswer(message, trace)?.http?.status ?? 0
  const forHacker = message.exchange !== null && isForHacker(message, trace)
  const isVictims = taken !== undefined && wasGiven('Browser', taken.key, message, trace)
  return [
    ...(forHacker && isVictims ? ['for-Hacker/victims'] : []),
    ...(forHacker ? ['for-Hacker'] : []),
    ...((name.startsWith('steal-') && taken === undefined) || /^(?:Finds|Hears) no/.test(label)
      ? ['empty-handed']
      : []),
    ...(taken === undefined ? [] : [taken.where.slice(taken.where.indexOf('.') + 1)]),
    ...(name.startsWith('revokes-') && label.includes('lives on') ? ['lives-on'] : []),
    ...(before >= 400 ? ['refused'] : []),
  ]
}
