import { errata, errataOf } from '../../../scenarios/catalogue/errata.ts'
import { lessons, workflows } from '../../../scenarios/catalogue/index.ts'
import { inferences } from '../../../scenarios/catalogue/inferences.ts'
import { dividerWords, eventWords, phaseTitle } from '../../../scenarios/projections/words.ts'
import type { LoginFormInput, LabEvent } from '../../../scenarios/model/event.ts'
import type { Phase } from '../../../scenarios/model/participant.ts'
import type { DividerKind } from '../../../scenarios/model/trace.ts'
import type { Play } from '../../stories/support/detours.ts'
import type { Said } from './said.ts'

const phases: Readonly<Record<Phase, true>> = {
  initialize: true,
  login: true,
  'create-session': true,
  'load-cart': true,
  refresh: true,
  relogin: true,
  'forums-initialize': true,
  'forums-login': true,
  'forums-load': true,
  logout: true,
  'forums-logout': true,
  revoke: true,
  'stolen-refresh-token': true,
  'stolen-session-id': true,
  'stolen-jwt': true,
  attack: true,
}

const dividers: Readonly<Record<DividerKind, true>> = {
  'session-expired': true,
  'session-and-refresh-token-expired': true,
  'jwt-expired': true,
  'jwt-and-refresh-token-expired': true,
  'sso-session-expired': true,
  'time-passed': true,
  'refresh-token-revoked': true,
  'password-changed': true,
  sso: true,
  'sso-not-provided': true,
  'attack-vectors': true,
  'fusionauth-stopped': true,
  'fusionauth-started': true,
}

const credentials: readonly LoginFormInput[] = [
  'right',
  'wrong-password',
  'unknown-user',
  { loginId: 'eve@example.com', password: 'x' },
]

const events: readonly LabEvent[] = [
  ...(['Store', 'Forums'] as const).flatMap((app): readonly LabEvent[] => [
    { type: 'learner.open', app },
    { type: 'learner.login', app },
    ...credentials.map((typed) => ({
      type: 'learner.submit' as const,
      app,
      credentials: typed,
    })),
    { type: 'learner.load', app },
    { type: 'learner.logout', app },
    { type: 'learner.race', app },
    { type: 'learner.checkout', app },
    { type: 'hacker.open', app },
  ]),
  ...(['session', 'refresh-token', 'sso-session', 'jwt'] as const).map((what) => ({
    type: 'clock.expire' as const,
    what,
  })),
  ...[1, 45, 60, 120, 3600, 7200].map((seconds) => ({ type: 'clock.advance' as const, seconds })),
  { type: 'hacker.steal', what: 'refresh-token' },
  { type: 'hacker.steal', what: 'session-id' },
  { type: 'hacker.steal', what: 'jwt' },
  { type: 'hacker.steal', what: 'sso-session' },
  { type: 'hacker.load' },
  { type: 'hacker.race' },
  { type: 'hacker.attack', attack: 'csrf' },
  { type: 'learner.change-password' },
  { type: 'learner.logout-everywhere' },
  { type: 'fusionauth.revoke' },
  { type: 'fusionauth.revoke-all' },
  { type: 'fusionauth.end-sso' },
  { type: 'fusionauth.stop' },
  { type: 'fusionauth.start' },
]

/** Everything that stands in a table. */
export const tables = (): readonly Said[] => [
  ...workflows.map(({ title }): Said => ['workflow', title]),
  ...workflows.flatMap((workflow) => lessons(workflow).map(({ title }): Said => ['lesson', title])),
  ...[...Object.values(errata), ...workflows.flatMap(errataOf)].map((text): Said => [
    'erratum',
    text,
  ]),
  ...inferences.map(({ what }): Said => ['inference', what]),
  ...(Object.keys(phases) as readonly Phase[]).map((phase): Said => ['phase', phaseTitle(phase)]),
  ...(Object.keys(dividers) as readonly DividerKind[]).map((kind): Said => [
    'divider',
    dividerWords(kind).text,
  ]),
  ...events.map((event): Said => ['event', eventWords(event)]),
]

/** Everything that a played run says besides the wire. */
export const saidIn = ({ name, trace, rests: decisionPoints, problems }: Play): readonly Said[] => [
  ...trace.messages.flatMap(({ n, kind, label, cookies, received }): readonly Said[] => [
    ...(kind === 'self' ? [[`${name}, ${n}`, label] as const] : []),
    ...[...cookies, ...received].map(({ because }): Said => [`${name}, ${n}`, because]),
  ]),
  ...decisionPoints.flatMap(({ choices }) =>
    choices.filter(({ because }) => because !== '').map(({ because }): Said => [name, because]),
  ),
  ...problems.map((problem): Said => [name, problem]),
]
