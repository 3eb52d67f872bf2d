import {
  data,
  flag,
  group,
  id,
  listOf,
  oneOf,
  problem,
  type Reader,
  text,
  wholeNumber,
} from '../shape.ts'

/** An instant of any size: FusionAuth writes "for ever" as the greatest 64-bit number. */
export const instant: Reader<number | undefined> = (value, field, problems) => {
  if (value === undefined || value === null) return undefined
  const number = wholeNumber(value)
  if (number !== undefined && number >= 0) return number
  problems.push(problem('couldNotConvert', field, `Invalid [${field}]. It has to be an instant.`))
  return undefined
}

const localized = group({ localizedNames: data, name: text('') })

/** What can be done to a user, e.g. a suspension (FusionAuth API: User Actions). */
export const readUserAction = group({
  active: flag(true),
  id: id(''),
  includeEmailInEventJSON: flag(false),
  localizedNames: data,
  name: text(''),
  options: listOf(localized),
  preventLogin: flag(false),
  sendEndEvent: flag(false),
  temporal: flag(false),
  transactionType: oneOf(
    ['None', 'Any', 'SimpleMajority', 'SuperMajority', 'AbsoluteMajority'],
    'None',
  ),
  userEmailingEnabled: flag(false),
  userNotificationsEnabled: flag(false),
})

export interface UserAction extends ReturnType<typeof readUserAction> {
  readonly insertInstant: number
  readonly lastUpdateInstant: number
}
