import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { endAfterLoginPrevented } from '../memory/sessions.ts'
import type { Action } from '../memory/records.ts'
import { actionView, isActive, takeAction } from '../memory/taken-actions.ts'
import { instant, readUserAction, type UserAction } from '../memory/user-action.ts'
import type { User } from '../memory/user.ts'
import { replyJson } from '../reply.ts'
import { blank, group, id, listOf, type Problem, text } from '../shape.ts'
import { invalid, missing, unusable } from './refusals.ts'
import { member, pathId, queryId, readAs, readBody, sees } from './request.ts'

const readAction = group({
  actioneeUserId: id(''),
  actionerUserId: id(''),
  applicationIds: listOf(id('')),
  comment: text(undefined),
  expiry: instant,
  option: text(undefined),
  userActionId: id(''),
})

type Request = ReturnType<typeof readAction>

const readRequest = async (exchange: StandInContext): Promise<Request> =>
  readAs(readAction, member(await readBody(exchange), 'action'), 'action')

const loadActionee = (instance: Instance, exchange: StandInContext, userId: string): User => {
  const user = instance.memory.users.get(userId)
  if (user === undefined || !sees(instance, exchange, user.tenantId)) {
    throw invalid(unusable('action.actioneeUserId', 'There is no such user.'))
  }
  return user
}

const load = (instance: Instance, exchange: StandInContext): Action => {
  const action = instance.memory.actions.get(pathId(exchange, 'actionId') ?? '')
  const user = instance.memory.users.get(action?.actioneeUserId ?? '')
  if (!action || !user || !sees(instance, exchange, user.tenantId)) throw missing()
  return action
}

const checkPresent = (request: Request, fields: readonly (keyof Request)[]): void => {
  const blanks = fields.filter((field) => request[field] === '')
  if (blanks.length > 0) throw invalid(...blanks.map((field) => blank(`action.${field}`)))
}

const checkFits = (
  { memory, clock }: Instance,
  { temporal, options }: UserAction,
  { expiry, option, applicationIds }: Request,
): void => {
  const problems: Problem[] = []
  if (temporal && expiry === undefined) problems.push(blank('action.expiry'))
  if (expiry !== undefined && (!temporal || expiry <= clock.now())) {
    problems.push(unusable('action.expiry', 'It has to lie ahead, for an action with an end.'))
  }
  if (option !== undefined && !options.some(({ name }) => name === option)) {
    problems.push(unusable('action.option', 'The user action has no such option.'))
  }
  if (applicationIds.some((applicationId) => !memory.applications.has(applicationId))) {
    problems.push(unusable('action.applicationIds', 'There is no such application.'))
  }
  if (problems.length > 0) throw invalid(...problems)
}

/** POST /api/user/action: does something to a user, such as a suspension that prevents the login. */
export const actionUser: StandInHandler = async (instance, exchange) => {
  const request = await readRequest(exchange)
  checkPresent(request, ['actioneeUserId', 'actionerUserId', 'userActionId'])
  const userAction = instance.memory.userActions.get(request.userActionId)
  if (userAction?.active !== true) {
    throw invalid(unusable('action.userActionId', 'There is no such user action.'))
  }
  loadActionee(instance, exchange, request.actioneeUserId)
  checkFits(instance, userAction, request)
  return replyJson(exchange, { action: actionView(takeAction(instance, userAction, request)) })
}

/** GET /api/user/action?userId=, with `active=true|false` or `preventingLogin=true`. */
export const listActions: StandInHandler = (instance, exchange) => {
  const { memory } = instance
  const userId = queryId(exchange, 'userId')
  if (userId === undefined) throw invalid(blank('userId'))
  const active = exchange.req.query('active')
  const preventing = exchange.req.query('preventingLogin') === 'true'
  const user = memory.users.get(userId)
  const actions = [...memory.actions.values()].filter((action) => {
    if (action.actioneeUserId !== userId || user === undefined) return false
    if (!sees(instance, exchange, user.tenantId)) return false
    const lasts = isActive(instance, action)
    const prevents = memory.userActions.get(action.userActionId)?.preventLogin === true
    return (
      (active === undefined || (active === 'true') === lasts) &&
      (!preventing || (lasts && prevents))
    )
  })
  return replyJson(exchange, { actions: actions.map(actionView) })
}

/** GET /api/user/action/{actionId}. */
export const retrieveAction: StandInHandler = (instance, exchange) =>
  replyJson(exchange, { action: actionView(load(instance, exchange)) })

/** Writes a change into the history, and the change itself. */
const change = (
  { memory, clock }: Instance,
  before: Action,
  { actionerUserId, comment }: Request,
  expiry: number | undefined,
): Action => {
  const item = { actionerUserId, comment, createInstant: clock.now(), expiry: before.expiry }
  const changed = { ...before, comment: comment ?? before.comment, expiry }
  const kept = { ...changed, history: [...before.history, item] }
  memory.actions.set(kept.id, kept)
  return kept
}

/** PUT /api/user/action/{actionId}: another end for an action that has one. */
export const modifyAction: StandInHandler = async (instance, exchange) => {
  const { memory } = instance
  const before = load(instance, exchange)
  const request = await readRequest(exchange)
  checkPresent(request, ['actionerUserId'])
  const userAction = memory.userActions.get(before.userActionId) ?? readUserAction({}, '', [])
  checkFits(instance, { ...userAction, insertInstant: 0, lastUpdateInstant: 0 }, request)
  const action = change(instance, before, request, request.expiry)
  const user = memory.users.get(action.actioneeUserId)
  if (userAction.preventLogin && user !== undefined) endAfterLoginPrevented(instance, user)
  return replyJson(exchange, { action: actionView(action) })
}

/** DELETE /api/user/action/{actionId}: it ends now. */
export const cancelAction: StandInHandler = async (instance, exchange) => {
  const before = load(instance, exchange)
  const request = await readRequest(exchange)
  checkPresent(request, ['actionerUserId'])
  const action = change(instance, before, request, instance.clock.now())
  return replyJson(exchange, { action: actionView(action) })
}
