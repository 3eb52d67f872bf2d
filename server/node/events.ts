import { attackIds } from '../../scenarios/attacks/ids.ts'
import { closestMatch } from '../../scenarios/closest-match.ts'
import type { LoginFormInput, LabEvent } from '../../scenarios/model/event.ts'
import type { ApplicationName } from '../../scenarios/model/participant.ts'
import { fields, members, oneOf, text, textOr, whole, type Shape } from './shape.ts'

/** Ten years, in seconds: the farthest that the protocol clock moves at once. */
const farthest = 10 * 365 * 24 * 60 * 60

const app: Shape<ApplicationName> = oneOf('Store', 'Forums')

const credentials: Shape<LoginFormInput> = textOr(
  oneOf('right', 'wrong-password', 'unknown-user'),
  fields<Exclude<LoginFormInput, string>>({ loginId: text(256), password: text(256) }),
)

type Shapes = {
  readonly [T in LabEvent['type']]: Shape<Extract<LabEvent, { readonly type: T }>>
}

/** Every event and its fields; a new event does not compile until it stands here. */
const shapes: Shapes = {
  'learner.open': fields({ type: oneOf('learner.open'), app }),
  'learner.login': fields({ type: oneOf('learner.login'), app }),
  'learner.submit': fields({ type: oneOf('learner.submit'), app, credentials }),
  'learner.load': fields({ type: oneOf('learner.load'), app }),
  'learner.logout': fields({ type: oneOf('learner.logout'), app }),
  'learner.race': fields({ type: oneOf('learner.race'), app }),
  'learner.checkout': fields({ type: oneOf('learner.checkout'), app }),
  'learner.change-password': fields({ type: oneOf('learner.change-password') }),
  'learner.logout-everywhere': fields({ type: oneOf('learner.logout-everywhere') }),
  'clock.expire': fields({
    type: oneOf('clock.expire'),
    what: oneOf('session', 'refresh-token', 'sso-session', 'jwt'),
  }),
  'clock.advance': fields({ type: oneOf('clock.advance'), seconds: whole(1, farthest) }),
  'hacker.steal': fields({
    type: oneOf('hacker.steal'),
    what: oneOf('refresh-token', 'session-id', 'jwt', 'sso-session'),
  }),
  'hacker.load': fields({ type: oneOf('hacker.load') }),
  'hacker.open': fields({ type: oneOf('hacker.open'), app }),
  'hacker.race': fields({ type: oneOf('hacker.race') }),
  'hacker.attack': fields({ type: oneOf('hacker.attack'), attack: oneOf(...attackIds) }),
  'fusionauth.revoke': fields({ type: oneOf('fusionauth.revoke') }),
  'fusionauth.revoke-all': fields({ type: oneOf('fusionauth.revoke-all') }),
  'fusionauth.end-sso': fields({ type: oneOf('fusionauth.end-sso') }),
  'fusionauth.stop': fields({ type: oneOf('fusionauth.stop') }),
  'fusionauth.start': fields({ type: oneOf('fusionauth.start') }),
}

const types = Object.keys(shapes) as LabEvent['type'][]

/** A lab event from outside: of a known type, with all its fields and no other. */
export const labEvent: Shape<LabEvent> = (value, field) => {
  const given = members(value)
  const named = given?.get('type')
  const type = types.find((known) => known === named)
  if (type !== undefined) return shapes[type](value, field)
  if (given === undefined) return { ok: false, field, problem: `${field} must be a JSON object.` }
  const word = typeof named === 'string' ? named : ''
  return {
    ok: false,
    field: `${field}.type`,
    problem:
      word === ''
        ? `${field}.type must be the name of an event, such as ${types[0]}.`
        : `There is no event ${JSON.stringify(word.slice(0, 60))}. The nearest is ${closestMatch(word, types)}.`,
  }
}
