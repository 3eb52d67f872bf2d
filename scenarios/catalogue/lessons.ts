import type { ExpiringCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { DefenceSettings } from '../model/defence-settings.ts'
import { isHosted, type WorkflowShape } from '../model/workflow-shape.ts'
import type { Lesson, Workflow } from '../model/workflow.ts'
import { keepsRefreshToken, keepsSession, stolenCredentialsOf } from '../machine/credentials.ts'
import { textOf } from '../model/text.ts'

const open = (app: ApplicationName): LabEvent => ({ type: 'learner.open', app })
const login = (app: ApplicationName): LabEvent => ({ type: 'learner.login', app })
const load: LabEvent = { type: 'learner.load', app: 'Store' }
const submit = (app: ApplicationName): LabEvent => ({
  type: 'learner.submit',
  app,
  credentials: 'right',
})
const expire = (what: ExpiringCredential): LabEvent => ({ type: 'clock.expire', what })

/** An app with a form of its own shows it as soon as it is opened. */
const toForm = (shape: WorkflowShape, app: ApplicationName): LabEvent[] =>
  shape.client === 'mobile' && !isHosted(shape) ? [open(app)] : [open(app), login(app)]

/** The way in, from nothing to the page behind the login. */
export const logIn = (shape: WorkflowShape, app: ApplicationName): LabEvent[] => [
  ...toForm(shape, app),
  submit(app),
]

/** What opens the application runs out. */
const keyEnds = (shape: WorkflowShape): LabEvent => expire(keepsSession(shape) ? 'session' : 'jwt')

/** A script's refresh token lies in one cookie of FusionAuth's, which Forums’ displaces. */
const isDisplaced = ({ client, login: door }: WorkflowShape): boolean =>
  client === 'spa' && door === 'native-at-fusionauth'

/** Everything has run out, and the user proves anew who they are; FusionAuth may still know them. */
const goneAndBack = (shape: WorkflowShape): LabEvent[] => {
  if (keepsRefreshToken(shape))
    return [keyEnds(shape), load, expire('refresh-token'), load, submit('Store')]
  return isHosted(shape) ? [keyEnds(shape), load] : [keyEnds(shape), load, submit('Store')]
}

/** On a parent domain the Store's JWT went the same way; else it has to run out first. */
const keyLost = (shape: WorkflowShape): LabEvent[] =>
  shape.fusionauth === 'parent-domain' ? [] : [keyEnds(shape)]

const forums = (shape: WorkflowShape): LabEvent[] => [
  open('Forums'),
  login('Forums'),
  ...(shape.sso ? [] : [submit('Forums')]),
  ...(isDisplaced(shape) ? [...keyLost(shape), load, submit('Store')] : []),
]

/** Every phase of the published diagrams, in their order. */
const tour = (shape: WorkflowShape): LabEvent[] => [
  ...logIn(shape, 'Store'),
  ...goneAndBack(shape),
  ...(shape.client === 'mobile' ? [] : forums(shape)),
  ...stolenCredentialsOf(shape).flatMap((what): LabEvent[] => [
    { type: 'hacker.steal', what },
    { type: 'hacker.load' },
  ]),
]

/** Nothing is left that opens or renews, but FusionAuth still knows the browser. */
const silentRelogin = (shape: WorkflowShape): LabEvent[] => [
  ...logIn(shape, 'Store'),
  ...(keepsRefreshToken(shape) ? [{ type: 'fusionauth.revoke' } as const] : []),
  keyEnds(shape),
  load,
]

/** The three answers to a login form. */
const wrongPassword = (shape: WorkflowShape): LabEvent[] => [
  ...toForm(shape, 'Store'),
  { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
  { type: 'learner.submit', app: 'Store', credentials: 'unknown-user' },
  submit('Store'),
]

/** FusionAuth goes away in the middle, and comes back. */
const outage = (shape: WorkflowShape): LabEvent[] => {
  const stop: LabEvent = { type: 'fusionauth.stop' }
  const start: LabEvent = { type: 'fusionauth.start' }
  const begin = [...logIn(shape, 'Store'), keyEnds(shape)]
  // Nobody asks FusionAuth before the form has been filled in.
  const formFirst = !keepsRefreshToken(shape) && !isHosted(shape)
  return formFirst
    ? [...begin, load, stop, submit('Store'), start, load, submit('Store')]
    : [...begin, stop, load, start, load]
}

/**
 * A key is replaced as it should be, and nobody notices; then one is deleted while JWTs of it are about:
 * the thief's is over with the user's.
 */
const keyRotation = (shape: WorkflowShape): LabEvent[] => [
  ...logIn(shape, 'Store'),
  { type: 'hacker.steal', what: 'jwt' },
  { type: 'hacker.load' },
  { type: 'fusionauth.add-key' },
  load,
  { type: 'fusionauth.rotate-key' },
  { type: 'hacker.load' },
  load,
  ...(isHosted(shape) || keepsRefreshToken(shape) ? [] : [submit('Store')]),
]

/** A lesson of the workflows' own. */
interface LessonRow {
  /** The workflows that have it; all when left out. */
  readonly fits?: (workflow: Workflow) => boolean
  readonly events: (shape: WorkflowShape) => LabEvent[]
  /** Switches that the lesson is about. */
  readonly defences?: Partial<DefenceSettings>
}

/** The lessons of the workflows' own, by name; each attack is one besides. */
const rows = {
  tour: { events: tour },
  'silent-relogin': { fits: ({ sso }) => sso, events: silentRelogin },
  'wrong-password': { events: wrongPassword },
  outage: { events: outage },
  'key-rotation': { fits: (workflow) => !keepsSession(workflow), events: keyRotation },
  /** What the browsers of today leave of a login that needs cookies of another site. */
  'broken-today': {
    fits: (workflow) => isDisplaced(workflow) && workflow.fusionauth === 'own-site',
    events: (shape) => [...logIn(shape, 'Store'), keyEnds(shape), load, submit('Store')],
    defences: { 'token-cookie-same-site': 'lax', 'third-party-cookies': 'blocked' },
  },
} as const satisfies Readonly<Record<string, LessonRow>>

export type LessonName = keyof typeof rows

export const lessonsOf = (workflow: Workflow): readonly Lesson[] =>
  (Object.entries(rows) as [LessonName, LessonRow][])
    .filter(([, { fits = () => true }]) => fits(workflow))
    .map(([name, { events, defences }]) => ({
      name,
      title: textOf('lesson', { lesson: name }),
      events: events(workflow),
      ...(defences === undefined ? {} : { defences }),
    }))
