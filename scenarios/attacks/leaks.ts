import { cookieNames } from '../catalogue/cookie-names.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import { keepsSession } from '../machine/credentials.ts'
import { headerValues } from '../engine/wire.ts'
import type { Message } from '../model/trace.ts'
import type { Attack, Stop } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, outcome } from './judging.ts'
import { enter, inCookies, minutes } from './moves.ts'
import { known } from './preludes.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { hasCookie, hasSessionCookie, inBrowser } from './shapes.ts'
import { textOf } from '../model/text.ts'

/** Attacks with what the browser keeps in somebody else's hands: overheard, leaked, copied. */

/** Settings of cookies that change nothing once somebody else has the value. */
const attributes: readonly Stop[] = ['http-only', 'secure', ['same-site', 'strict'], 'host-prefix']

/**
 * A thief with the same kind of browser looks the same to the application; a thief with a program of
 * their own does not, unless they copy the browser's name.
 */
const binding = (
  shape: WorkflowShape,
): { readonly stops: readonly Stop[]; readonly helpsNot: readonly Stop[] } =>
  shape.client === 'webapp'
    ? { stops: [], helpsNot: ['client-binding'] }
    : { stops: ['client-binding'], helpsNot: [] }

/** What was copied is over soon, and the application looks who shows it. */
const keyEnds = (shape: WorkflowShape): readonly Stop[] =>
  keepsSession(shape)
    ? [...binding(shape).stops, ['session-idle-minutes', 5]]
    : [['jwt-minutes', 5]]

/** The cookies of a request that somebody else saw. */
const cookiesOf = ({ http }: Message): readonly (readonly [string, string])[] =>
  headerValues(http?.headers ?? [], 'cookie').flatMap(inCookies)

/** The Hacker shows cookies that were read somewhere. */
const replay = (
  context: AttackContext,
  handmade: readonly (readonly [string, string])[],
): Promise<void> =>
  enter(context, 'Store', {
    handmade,
    credential: keepsSession(context.shape) ? 'session-id' : 'jwt',
  })

const sniffing: Attack = {
  id: 'sniffing',
  row: 'A3',
  incident: incidents.firesheep,
  tries: hasCookie,
  weak: () => ({ secure: false, hsts: false, 'host-prefix': false }),
  prelude: known,
  stops: () => ['secure', 'hsts', 'host-prefix'],
  helpsNot: () => ['http-only', ['same-site', 'strict'], 'csrf-token', 'csp', 'new-id-at-login'],
  play: async (context) => {
    const { origin, protectedPath } = context.places.Store
    await context.victim.visit('link', `${origin.replace('https:', 'http:')}${protectedPath}`)
    const heard = context.overhears().flatMap(cookiesOf)
    context.note(
      'listens',
      textOf(heard.length === 0 ? 'note.hears-nothing' : 'note.hears-cookies'),
    )
    if (heard.length > 0) await replay(context, heard)
  },
  won: (trace) => outcome('sniffing', cartsOfHacker(trace)),
}

/** What the Store has written into its log, as far as the record tells. */
const logged = ({ messages }: AttackContext): string =>
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
  incident: null,
  tries: (shape) => hasCookie(shape),
  weak: () => ({ 'log-redaction': false }),
  prelude: known,
  stops: (shape) => ['log-redaction', ...keyEnds(shape)],
  helpsNot: () => [...attributes, 'csrf-token', 'csp', 'new-id-at-login'],
  play: async (context) => {
    await context.does({ type: 'learner.load', app: 'Store' })
    await context.does(minutes(8))
    const found = inText(logged(context))
    context.note(
      'reads-log',
      textOf(found.length === 0 ? 'note.log-is-empty' : 'note.finds-key-in-log'),
    )
    if (found.length > 0) await replay(context, found)
  },
  won: (trace) => outcome('leaked-log', cartsOfHacker(trace)),
}

const leakedHar: Attack = {
  id: 'leaked-har',
  row: 'A5',
  incident: incidents.okta,
  tries: hasCookie,
  weak: () => ({}),
  prelude: known,
  stops: keyEnds,
  helpsNot: () => [...attributes, 'csrf-token', 'csp', 'new-id-at-login', 'log-redaction'],
  play: async (context) => {
    const { places, messages } = context
    await context.does({ type: 'learner.load', app: 'Store' })
    const recorded = messages.findLast(
      ({ from, http }) =>
        from === 'Browser' &&
        http?.url.startsWith(places.Store.origin) === true &&
        http.headers.some(([name]) => name === 'cookie'),
    )
    await context.does(minutes(8))
    const found =
      recorded === undefined ? [] : cookiesOf(recorded).filter(([name]) => opening.includes(name))
    context.note('reads-har', textOf('note.reads-har'))
    await replay(context, found)
  },
  won: (trace) => outcome('leaked-har', cartsOfHacker(trace)),
}

/** The value lay where somebody else could read it. */
export const leaks: readonly Attack[] = [sniffing, leakedLog, leakedHar]

const stolenSessionId: Attack = {
  id: 'stolen-session-id',
  row: 'A4',
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
  play: async (context) => {
    context.copy('session-id')
    await context.does(minutes(8))
    await enter(context)
  },
  won: (trace) => outcome('stolen-session-id', cartsOfHacker(trace)),
}

const stolenJwt: Attack = {
  id: 'stolen-jwt',
  row: 'A4',
  incident: null,
  tries: (shape) =>
    !keepsSession(shape) && inBrowser(shape) && shape.sessionStrategy !== 'jwt-local-storage',
  weak: () => ({}),
  prelude: known,
  stops: () => [['jwt-minutes', 5]],
  helpsNot: () => ['http-only', 'secure', 'csrf-token', 'csp', 'log-out-everywhere', 'rotation'],
  play: async (context) => {
    context.copy('jwt')
    await context.does(minutes(8))
    await enter(context)
  },
  won: (trace) => outcome('stolen-jwt', cartsOfHacker(trace)),
}

/** The value was copied on the device itself. */
export const thefts: readonly Attack[] = [stolenSessionId, stolenJwt]
