import { cookieNames } from '../catalogue/cookie-names.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import { keepsSession } from '../machine/credentials.ts'
import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, orders, outcome, pagesOfHacker } from './judging.ts'
import { logIn } from './moves.ts'
import { sendsItself } from './pages.ts'
import { known, notYetIn } from './preludes.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { hasCookie, hasSessionCookie } from './shapes.ts'
import { textOf } from '../model/text.ts'

/** Attacks that make a victim's browser use what it keeps, or what was planted in it. */

const isPage = ({ client }: WorkflowShape): boolean => client === 'webapp'

const csrf: Attack = {
  id: 'csrf',
  row: 'A8',
  incident: null,
  tries: (shape) => isPage(shape) && hasCookie(shape),
  weak: () => ({ 'same-site': 'none', 'origin-check': false, 'csrf-token': false }),
  prelude: known,
  stops: () => [
    ['same-site', 'lax'],
    ['same-site', 'strict'],
    'csrf-token',
    'origin-check',
    're-authentication',
  ],
  // Secure is no defence here: a browser takes SameSite=None with it alone.
  helpsNot: (shape) => [
    'http-only',
    'host-prefix',
    'new-id-at-login',
    'csp',
    // The form is sent in a tab of its own: nothing is a third party there.
    ['third-party-cookies', 'blocked'],
    ...(keepsSession(shape) ? ([['session-idle-minutes', 5]] as const) : []),
  ],
  play: async (context) => {
    await context.lure({
      html: sendsItself(`${context.places.Store.origin}/checkout`, { confirm: 'yes' }),
    })
  },
  won: (trace) => outcome('csrf', orders(trace)),
}

/** A cookie of the Hacker's making, for the whole domain of the applications. */
const planted = (name: string, value: string, path = '/') => ({
  headers: [['set-cookie', `${name}=${value}; Domain=example.com; Path=${path}; Secure`]] as const,
  html: '<!doctype html><html lang="en"><title>Hello</title><p>Nothing to see here.</p></html>',
})

const sessionName = cookieNames.session[0] ?? ''

const fixed = 'chosen-by-the-hacker'

const sessionFixation: Attack = {
  id: 'session-fixation',
  row: 'A7',
  incident: incidents.passport,
  tries: (shape) => hasSessionCookie(shape) && isPage(shape),
  weak: () => ({ 'new-id-at-login': false, 'refuse-duplicates': false }),
  prelude: notYetIn,
  stops: () => ['new-id-at-login', 'host-prefix'],
  helpsNot: () => ['http-only', 'secure', ['same-site', 'strict'], 'csrf-token', 'csp'],
  play: async (context) => {
    const { hacker, places } = context
    await context.lure(planted(sessionName, fixed), 'sibling')
    await context.does({ type: 'learner.login', app: 'Store' })
    await context.does({ type: 'learner.submit', app: 'Store', credentials: 'right' })
    context.note('tries-id', textOf('note.shows-chosen-id'))
    await hacker.visit('Store', `${places.Store.origin}${places.Store.protectedPath}`, {
      handmade: [[sessionName, fixed]],
    })
  },
  won: (trace) => outcome('session-fixation', cartsOfHacker(trace)),
}

/** The value of the application's own cookie in the Hacker's jar. */
const ownSession = ({ hacker, places }: AttackContext): string | null => {
  const host = new URL(places.Store.origin).hostname
  const cookie = hacker
    .jar()
    .find(({ name, domain }) => cookieNames.session.includes(name) && domain === host)
  return cookie?.value ?? null
}

const cookieTossing: Attack = {
  id: 'cookie-tossing',
  row: 'A9',
  incident: null,
  tries: (shape) => hasSessionCookie(shape) && isPage(shape),
  weak: () => ({ 'refuse-duplicates': false }),
  prelude: known,
  stops: () => ['host-prefix', 'refuse-duplicates'],
  helpsNot: () => ['http-only', 'secure', 'new-id-at-login', ['same-site', 'strict'], 'csrf-token'],
  play: async (context) => {
    const { protectedPath } = context.places.Store
    await logIn(context)
    const session = ownSession(context)
    if (session === null) return
    await context.lure(planted(sessionName, session, protectedPath), 'sibling')
    await context.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('cookie-tossing', pagesOfHacker(trace)),
}

export const sessions: readonly Attack[] = [csrf, sessionFixation, cookieTossing]
