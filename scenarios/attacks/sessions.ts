import { cookieNames } from '../catalogue/cookie-names.ts'
import type { Shape } from '../catalogue/workflow.ts'
import { keepsSession } from '../catalogue/workflows.ts'
import { headerValues } from '../engine/wire.ts'
import type { Message } from '../vocabulary.ts'
import type { Attack, Stop } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, orders, outcome, pagesOfHacker } from './judging.ts'
import { enter, inCookies, logIn, minutes } from './moves.ts'
import { sendsItself } from './pages.ts'
import { known, notYetIn } from './preludes.ts'
import type { AttackScene } from './scene.ts'

/** Attacks on what the browser keeps for the application: read, ridden, planted, forced. */

const inBrowser = ({ client }: Shape): boolean => client !== 'mobile'

const hasSessionCookie = (shape: Shape): boolean => inBrowser(shape) && keepsSession(shape)

/** A cookie of the application's own opens it. */
const hasCookie = (shape: Shape): boolean =>
  inBrowser(shape) && shape.keep !== 'jwt-local-storage' && shape.fusionauth === 'own-site'

const isPage = ({ client }: Shape): boolean => client === 'webapp'

/** Settings of cookies that change nothing once somebody else has the value. */
const attributes: readonly Stop[] = ['http-only', 'secure', ['same-site', 'strict'], 'host-prefix']

/**
 * A thief with the same kind of browser looks the same to the application; a thief with a program of
 * their own does not, unless they copy the browser's name.
 */
const binding = (
  shape: Shape,
): { readonly stops: readonly Stop[]; readonly helpsNot: readonly Stop[] } =>
  shape.client === 'webapp'
    ? { stops: [], helpsNot: ['client-binding'] }
    : { stops: ['client-binding'], helpsNot: [] }

/** What was copied is over soon, and the application looks who shows it. */
const keyEnds = (shape: Shape): readonly Stop[] =>
  keepsSession(shape)
    ? [...binding(shape).stops, ['session-idle-minutes', 5]]
    : [['jwt-minutes', 5]]

const csrf: Attack = {
  id: 'csrf',
  row: 'A8',
  title: 'A page of another site places an order',
  precondition: 'The victim is logged in at the Store and opens a page of the Hacker’s.',
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
  play: async (scene) => {
    await scene.lure({
      html: sendsItself(`${scene.places.Store.origin}/checkout`, { confirm: 'yes' }),
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
  title: 'The victim logs in with a session id of the Hacker’s',
  precondition:
    'The Hacker has a host below the applications’ domain, and the victim opens a page there before logging in.',
  incident: incidents.passport,
  tries: (shape) => hasSessionCookie(shape) && isPage(shape),
  weak: () => ({ 'new-id-at-login': false, 'refuse-duplicates': false }),
  prelude: notYetIn,
  stops: () => ['new-id-at-login', 'host-prefix'],
  helpsNot: () => ['http-only', 'secure', ['same-site', 'strict'], 'csrf-token', 'csp'],
  play: async (scene) => {
    const { hacker, places } = scene
    await scene.lure(planted(sessionName, fixed), 'sibling')
    await scene.does({ type: 'learner.login', app: 'Store' })
    await scene.does({ type: 'learner.submit', app: 'Store', credentials: 'right' })
    scene.note('tries-id', 'Shows the session id that it chose itself')
    await hacker.visit('Store', `${places.Store.origin}${places.Store.protectedPath}`, {
      handmade: [[sessionName, fixed]],
    })
  },
  won: (trace) => outcome('session-fixation', cartsOfHacker(trace)),
}

/** The value of the application's own cookie in the Hacker's jar. */
const ownSession = ({ hacker, places }: AttackScene): string | null => {
  const host = new URL(places.Store.origin).hostname
  const cookie = hacker
    .jar()
    .find(({ name, domain }) => cookieNames.session.includes(name) && domain === host)
  return cookie?.value ?? null
}

const cookieTossing: Attack = {
  id: 'cookie-tossing',
  row: 'A9',
  title: 'The victim works in the Hacker’s session',
  precondition:
    'The Hacker has a host below the applications’ domain, and an account at the Store.',
  incident: null,
  tries: (shape) => hasSessionCookie(shape) && isPage(shape),
  weak: () => ({ 'refuse-duplicates': false }),
  prelude: known,
  stops: () => ['host-prefix', 'refuse-duplicates'],
  helpsNot: () => ['http-only', 'secure', 'new-id-at-login', ['same-site', 'strict'], 'csrf-token'],
  play: async (scene) => {
    const { protectedPath } = scene.places.Store
    await logIn(scene)
    const session = ownSession(scene)
    if (session === null) return
    await scene.lure(planted(sessionName, session, protectedPath), 'sibling')
    await scene.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('cookie-tossing', pagesOfHacker(trace)),
}

/** The cookies of a request that somebody else saw. */
const cookiesOf = ({ http }: Message): readonly (readonly [string, string])[] =>
  headerValues(http?.headers ?? [], 'cookie').flatMap(inCookies)

/** The Hacker shows cookies that were read somewhere. */
const replay = async (
  { hacker, places }: AttackScene,
  handmade: readonly (readonly [string, string])[],
): Promise<void> => {
  const { origin, protectedPath, loadPath } = places.Store
  if (loadPath === undefined) await hacker.visit('Store', `${origin}${protectedPath}`, { handmade })
  else await hacker.ask({ method: 'GET', url: `${origin}${loadPath}`, handmade })
}

const sniffing: Attack = {
  id: 'sniffing',
  row: 'A3',
  title: 'Somebody on the same Wi-Fi listens',
  precondition: 'The victim is on an open network and follows one link that begins with http://.',
  incident: incidents.firesheep,
  tries: hasCookie,
  weak: () => ({ secure: false, hsts: false, 'host-prefix': false }),
  prelude: known,
  stops: () => ['secure', 'hsts', 'host-prefix'],
  helpsNot: () => ['http-only', ['same-site', 'strict'], 'csrf-token', 'csp', 'new-id-at-login'],
  play: async (scene) => {
    const { origin, protectedPath } = scene.places.Store
    await scene.victim.visit('link', `${origin.replace('https:', 'http:')}${protectedPath}`)
    const heard = scene.overhears().flatMap(cookiesOf)
    scene.note('listens', heard.length === 0 ? 'Hears no cookie' : 'Reads the cookies off the air')
    if (heard.length > 0) await replay(scene, heard)
  },
  won: (trace) => outcome('sniffing', cartsOfHacker(trace)),
}

/** What the Store has written into its log, as far as the record tells. */
const logged = ({ messages }: AttackScene): string =>
  messages
    .flatMap(({ changes }) => changes)
    .filter(({ where }) => where === 'Store.log')
    .map(({ after }) => JSON.stringify(after))
    .join('\n')

const opening: readonly string[] = [...cookieNames.session, ...cookieNames.jwt]

const inText = (text: string): readonly (readonly [string, string])[] => {
  const found = [...text.matchAll(/([A-Za-z_-]+)=([\w.~+/-]{12,})/g)]
    .map(([, name = '', value = '']) => [name, value] as const)
    .filter(([name]) => opening.includes(name))
  return [...new Map(found)]
}

const leakedLog: Attack = {
  id: 'leaked-log',
  row: 'A5',
  title: 'The log of the Store gets into wrong hands',
  precondition: 'The Hacker reads a copy of the Store’s log, ten minutes old.',
  incident: null,
  tries: (shape) => hasCookie(shape),
  weak: () => ({ 'log-redaction': false }),
  prelude: known,
  stops: (shape) => ['log-redaction', ...keyEnds(shape)],
  helpsNot: () => [...attributes, 'csrf-token', 'csp', 'new-id-at-login'],
  play: async (scene) => {
    await scene.does({ type: 'learner.load', app: 'Store' })
    await scene.does(minutes(8))
    const found = inText(logged(scene))
    scene.note(
      'reads-log',
      found.length === 0 ? 'Finds nothing in the log' : 'Finds a key in the log',
    )
    if (found.length > 0) await replay(scene, found)
  },
  won: (trace) => outcome('leaked-log', cartsOfHacker(trace)),
}

const leakedHar: Attack = {
  id: 'leaked-har',
  row: 'A5',
  title: 'A HAR file that was sent to the support team',
  precondition:
    'The victim has recorded their own browser for a support team, and the Hacker reads the file.',
  incident: incidents.okta,
  tries: hasCookie,
  weak: () => ({}),
  prelude: known,
  stops: keyEnds,
  helpsNot: () => [...attributes, 'csrf-token', 'csp', 'new-id-at-login', 'log-redaction'],
  play: async (scene) => {
    const { places, messages } = scene
    await scene.does({ type: 'learner.load', app: 'Store' })
    const recorded = messages.findLast(
      ({ from, http }) =>
        from === 'Browser' &&
        http?.url.startsWith(places.Store.origin) === true &&
        http.headers.some(([name]) => name === 'cookie'),
    )
    await scene.does(minutes(8))
    const found =
      recorded === undefined ? [] : cookiesOf(recorded).filter(([name]) => opening.includes(name))
    scene.note('reads-har', 'Reads the cookies in the HAR file')
    await replay(scene, found)
  },
  won: (trace) => outcome('leaked-har', cartsOfHacker(trace)),
}

export const sessions: readonly Attack[] = [
  csrf,
  sessionFixation,
  cookieTossing,
  sniffing,
  leakedLog,
  leakedHar,
]

const stolenSessionId: Attack = {
  id: 'stolen-session-id',
  row: 'A4',
  title: 'A stolen session id opens the Store',
  precondition: 'Malware on the victim’s device copies the session id.',
  incident: null,
  tries: hasSessionCookie,
  weak: () => ({}),
  prelude: known,
  stops: (shape) => [
    ...binding(shape).stops,
    ['session-idle-minutes', 5],
    ['session-absolute-minutes', 5],
  ],
  helpsNot: (shape) => [
    ...binding(shape).helpsNot,
    ...attributes,
    'new-id-at-login',
    'csrf-token',
    'csp',
    'state',
    'pkce',
  ],
  play: async (scene) => {
    scene.copy('session-id')
    await scene.does(minutes(8))
    await enter(scene)
  },
  won: (trace) => outcome('stolen-session-id', cartsOfHacker(trace)),
}

const stolenJwt: Attack = {
  id: 'stolen-jwt',
  row: 'A4',
  title: 'A stolen JWT opens the Store',
  precondition: 'Malware on the victim’s device copies the JWT.',
  incident: null,
  tries: (shape) => !keepsSession(shape) && inBrowser(shape) && shape.keep !== 'jwt-local-storage',
  weak: () => ({}),
  prelude: known,
  stops: () => [['jwt-minutes', 5]],
  helpsNot: () => ['http-only', 'secure', 'csrf-token', 'csp', 'log-out-everywhere', 'rotation'],
  play: async (scene) => {
    scene.copy('jwt')
    await scene.does(minutes(8))
    await enter(scene)
  },
  won: (trace) => outcome('stolen-jwt', cartsOfHacker(trace)),
}

export const thefts: readonly Attack[] = [stolenSessionId, stolenJwt]
