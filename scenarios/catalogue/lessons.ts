import type { ApplicationName, LabEvent } from '../vocabulary.ts'
import type { Lesson, Workflow } from './workflow.ts'

const right = 'right' as const

/** From an application's home page to its protected page. Single sign-on needs no form. */
const logIn = (app: ApplicationName, form: boolean): LabEvent[] => [
  { type: 'learner.open', app },
  { type: 'learner.login', app },
  ...(form ? [{ type: 'learner.submit' as const, app, credentials: right }] : []),
]

const load: LabEvent = { type: 'learner.load', app: 'Store' }
const submit: LabEvent = { type: 'learner.submit', app: 'Store', credentials: right }

/** Every phase of the published diagrams, in their order. */
const tour = (workflow: Workflow): LabEvent[] => [
  ...logIn('Store', true),
  { type: 'clock.expire', what: 'session' },
  load,
  { type: 'clock.expire', what: 'refresh-token' },
  load,
  submit,
  ...logIn('Forums', !workflow.sso),
  { type: 'hacker.steal', what: 'refresh-token' },
  { type: 'hacker.load' },
  { type: 'hacker.steal', what: 'session-id' },
  { type: 'hacker.load' },
]

/** Session gone and refresh token revoked, but FusionAuth still knows the browser. */
const silentRelogin: LabEvent[] = [
  ...logIn('Store', true),
  { type: 'fusionauth.revoke' },
  { type: 'clock.expire', what: 'session' },
  load,
]

/** The three answers to a login form. */
const wrongPassword: LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
  { type: 'learner.submit', app: 'Store', credentials: 'unknown-user' },
  submit,
]

/** FusionAuth goes away in the middle, and comes back. */
const outage: LabEvent[] = [
  ...logIn('Store', true),
  { type: 'clock.expire', what: 'session' },
  { type: 'fusionauth.stop' },
  load,
  { type: 'fusionauth.start' },
  load,
]

export const lessonsOf = (workflow: Workflow): readonly Lesson[] => [
  { name: 'tour', title: 'The whole tour', events: tour(workflow) },
  ...(workflow.sso
    ? [
        {
          name: 'silent-relogin',
          title: 'Back in without a form',
          events: silentRelogin,
        },
      ]
    : []),
  { name: 'wrong-password', title: 'Wrong password, unknown user', events: wrongPassword },
  { name: 'outage', title: 'FusionAuth is down', events: outage },
]
