import type { Instance } from '../instance.ts'
import { uuid } from '../random.ts'
import type { Action } from './records.ts'
import { endAfterLoginPrevented } from './sessions.ts'
import type { UserAction } from './user-action.ts'
import type { User } from './user.ts'

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
