import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { loginsAgain, outcome, postsOfHacker, withoutPassword } from './judging.ts'
import { enter, form, formHeaders, minutes, publicly, userId } from './moves.ts'
import { known } from './preludes.ts'
import { textOf } from '../model/text.ts'

/** Attacks on FusionAuth's own session, and on logging out. */

const isShared = ({ client, sso }: WorkflowShape): boolean => sso && client !== 'mobile'

const ssoCookieTheft: Attack = {
  id: 'sso-cookie-theft',
  row: 'D1',
  incident: incidents.viewAs,
  tries: (shape) => isShared(shape) && shape.login === 'authorization-code',
  weak: () => ({ 'rp-initiated-logout': false }),
  prelude: known,
  stops: () => ['rp-initiated-logout', ['sso-minutes', 5]],
  helpsNot: () => [
    'http-only',
    'secure',
    ['same-site', 'strict'],
    'host-prefix',
    'csp',
    'state',
    'pkce',
    'csrf-token',
  ],
  play: async (context) => {
    const { hacker, places } = context
    context.copy('sso-session')
    await context.does({ type: 'learner.logout', app: 'Store' })
    await context.does(minutes(10))
    await hacker.visit('Forums', `${places.Forums.origin}/`)
    await hacker.follow('Forums', `${places.Forums.origin}/login`)
    await enter(context, 'Forums')
  },
  won: (trace) => outcome('sso-cookie-theft', postsOfHacker(trace)),
}

const halfLogout: Attack = {
  id: 'half-logout',
  row: 'D2',
  incident: null,
  tries: isShared,
  weak: () => ({ 'rp-initiated-logout': false }),
  prelude: known,
  stops: () => ['rp-initiated-logout', ['sso-minutes', 5]],
  helpsNot: () => ['log-redaction', 'state', 'pkce', 'http-only', ['same-site', 'strict']],
  play: async (context) => {
    await context.does({ type: 'learner.logout', app: 'Store' })
    await context.does(minutes(10))
    context.note('sits-down', textOf('note.somebody-else'))
    await context.does({ type: 'learner.login', app: 'Store' })
  },
  won: (trace) => outcome('half-logout', withoutPassword(trace, 'sits-down')),
}

const part = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const forgedLogoutToken: Attack = {
  id: 'forged-logout-token',
  row: 'D4',
  incident: null,
  tries: (shape) =>
    shape.client === 'webapp' &&
    shape.login === 'authorization-code' &&
    shape.sessionStrategy === 'session',
  weak: () => ({ 'back-channel-logout': true, 'logout-token-checks': false }),
  prelude: known,
  stops: () => ['logout-token-checks', ['back-channel-logout', false]],
  helpsNot: () => [['same-site', 'strict'], 'csp', 'csrf-token', 'state', 'http-only'],
  play: async (context) => {
    const { places } = context
    const header = part({ alg: 'none', typ: 'logout+jwt' })
    const claims = part({
      iss: places.FusionAuth.origin,
      aud: publicly(context, 'client_id'),
      sub: userId(context),
      jti: 'made-up-by-the-hacker',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
    await context.ask({
      method: 'POST',
      url: `${places.Store.origin}/back-channel-logout`,
      headers: formHeaders,
      body: form({ logout_token: `${header}.${claims}.` }),
    })
    await context.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('forged-logout-token', loginsAgain(trace)),
}

export const singleSignOn: readonly Attack[] = [ssoCookieTheft, halfLogout, forgedLogoutToken]
