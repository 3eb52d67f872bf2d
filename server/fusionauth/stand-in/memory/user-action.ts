import type { Json } from '../../../../scenarios/vocabulary.ts'
import type { Instance } from '../instance.ts'
import { uuid } from '../random.ts'
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
import { endAfterLoginPrevented } from './sessions.ts'
import type { User } from './user.ts'

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

/** Something that was done to a user, and what became of it. */
export interface Action {
  readonly id: string
  readonly actioneeUserId: string
  /** Missing when FusionAuth did it. */
  readonly actionerUserId: string | undefined
  readonly applicationIds: readonly string[]
  readonly comment: string | undefined
  readonly expiry: number | undefined
  readonly history: readonly { readonly [member: string]: Json | undefined }[]
  readonly insertInstant: number
  readonly name: string
  readonly option: string | undefined
  readonly userActionId: string
}

/** Whether an action still lasts. One without an end is over at once. */
export const isActive = ({ clock }: Instance, { expiry }: Action): boolean =>
  expiry !== undefined && clock.now() < expiry

/** The actions that keep a user from logging in, everywhere or at an application. */
export const preventingActions = (
  instance: Instance,
  user: User,
  applicationId: string | undefined,
): readonly Action[] =>
  [...instance.memory.actions.values()].filter(
    (action) =>
      action.actioneeUserId === user.id &&
      instance.memory.userActions.get(action.userActionId)?.preventLogin === true &&
      isActive(instance, action) &&
      (action.applicationIds.length === 0 || action.applicationIds.includes(applicationId ?? '')),
  )

type Facts = Omit<Action, 'id' | 'history' | 'insertInstant' | 'name' | 'userActionId'>

/** Does something to a user. An action that prevents the login ends sessions as the tenant says. */
export const takeAction = (
  instance: Instance,
  { id: userActionId, name, preventLogin }: UserAction,
  facts: Facts,
): Action => {
  const { memory, clock, random } = instance
  const insertInstant = clock.now()
  const action = { ...facts, id: uuid(random), history: [], insertInstant, name, userActionId }
  memory.actions.set(action.id, action)
  const user = memory.users.get(facts.actioneeUserId)
  if (preventLogin && user !== undefined) endAfterLoginPrevented(instance, user)
  return action
}

/** The action as the API shows it. */
export const actionView = ({ history, ...action }: Action) => ({
  ...action,
  emailUserOnEnd: false,
  endEventSent: false,
  history: { historyItems: history },
  localizedName: action.name,
  localizedOption: action.option,
  notifyUserOnEnd: false,
})

/** As much of it as a refused login tells. */
export const preventingView = ({ id: actionId, actionerUserId, expiry, name, option }: Action) => ({
  actionId,
  actionerUserId,
  expiry,
  localizedName: name,
  localizedOption: option,
  name,
  option,
})
