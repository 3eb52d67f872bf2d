import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { readUserAction, type UserAction } from '../memory/user-action.ts'
import { uuid } from '../random.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, type Problem } from '../shape.ts'
import { readPatched } from './patch.ts'
import { duplicate, invalid, missing, unusable } from './refusals.ts'
import { member, pathId, readAs, readBody } from './request.ts'

type UserActionSettings = ReturnType<typeof readUserAction>

const load = ({ memory }: Instance, exchange: StandInContext): UserAction => {
  const userAction = memory.userActions.get(pathId(exchange, 'userActionId') ?? '')
  if (userAction === undefined) throw missing()
  return userAction
}

const check = ({ memory }: Instance, settings: UserActionSettings, ownId: string): void => {
  const { name, preventLogin, temporal } = settings
  const problems: Problem[] = []
  if (name === '') problems.push(blank('userAction.name'))
  const taken = [...memory.userActions.values()].some(
    (one) => one.id !== ownId && one.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) problems.push(duplicate('userAction.name', name))
  if (preventLogin && !temporal) {
    const why = 'Only an action with an end (temporal) may prevent the login.'
    problems.push(unusable('userAction.preventLogin', why))
  }
  if (problems.length > 0) throw invalid(...problems)
}

const save = (
  instance: Instance,
  exchange: StandInContext,
  before: UserAction,
  settings: UserActionSettings,
): Response => {
  check(instance, settings, before.id)
  const { id, active, insertInstant } = before
  const lastUpdateInstant = instance.clock.now()
  const userAction = { ...settings, id, active, insertInstant, lastUpdateInstant }
  instance.memory.userActions.set(id, userAction)
  return replyJson(exchange, { userAction })
}

/** GET /api/user-action: the active ones, or with `inactive=true` the others. */
export const listUserActions: StandInHandler = ({ memory }, exchange) => {
  const wanted = exchange.req.query('inactive') !== 'true'
  const userActions = [...memory.userActions.values()].filter(({ active }) => active === wanted)
  return replyJson(exchange, { userActions })
}

/** GET /api/user-action/{userActionId}. */
export const retrieveUserAction: StandInHandler = (instance, exchange) =>
  replyJson(exchange, { userAction: load(instance, exchange) })

/** POST /api/user-action[/{userActionId}]. */
export const createUserAction: StandInHandler = async (instance, exchange) => {
  const { memory, clock, random } = instance
  const body = await readBody(exchange)
  const settings = readAs(readUserAction, member(body, 'userAction'), 'userAction')
  const id = pathId(exchange, 'userActionId') ?? (settings.id || uuid(random))
  if (memory.userActions.has(id)) throw invalid(duplicate('userActionId', id))
  check(instance, settings, id)
  const now = clock.now()
  const userAction = { ...settings, id, active: true, insertInstant: now, lastUpdateInstant: now }
  memory.userActions.set(id, userAction)
  return replyJson(exchange, { userAction })
}

/** PUT /api/user-action/{userActionId}; with `reactivate=true` it is only switched on again. */
export const updateUserAction: StandInHandler = async (instance, exchange) => {
  const before = load(instance, exchange)
  if (exchange.req.query('reactivate') === 'true') {
    return save(instance, exchange, { ...before, active: true }, before)
  }
  const given = member(await readBody(exchange), 'userAction')
  return save(instance, exchange, before, readAs(readUserAction, given, 'userAction'))
}

/** PATCH /api/user-action/{userActionId}. */
export const patchUserAction: StandInHandler = async (instance, exchange) => {
  const before = load(instance, exchange)
  const patched = await readPatched(exchange, 'userAction', before)
  return save(instance, exchange, before, readAs(readUserAction, patched, 'userAction'))
}

/** DELETE /api/user-action/{userActionId}: switched off, or with `hardDelete=true` gone for good. */
export const deleteUserAction: StandInHandler = (instance, exchange) => {
  const { memory } = instance
  const userAction = load(instance, exchange)
  if (exchange.req.query('hardDelete') !== 'true') {
    memory.userActions.set(userAction.id, { ...userAction, active: false })
    return replyEmpty(exchange)
  }
  memory.userActions.delete(userAction.id)
  for (const action of memory.actions.values()) {
    if (action.userActionId === userAction.id) memory.actions.delete(action.id)
  }
  return replyEmpty(exchange)
}
