import type { Message } from '../../../../scenarios/model/trace.ts'
import {
  body,
  changesOf,
  check,
  earlier,
  form,
  later,
  path,
  type Scene,
  setCookies,
  status,
  url,
} from '../scene.ts'
import { presented } from '../shared/tokens.ts'
import { items } from '../shared/sessions.ts'

/** Checks of attacks that several stories share: what comes of a plan, and what comes next. */

export const isVictims = (participant: string): boolean =>
  participant === 'Browser' || participant === 'Mobile'

/** A plan is told truly when somewhere later the Hacker, or whoever it is about, does it. */
export const comes = (name: string, fits: (message: Message, scene: Scene) => boolean) =>
  check(name, (scene) => later(scene).some((other) => fits(other, scene)))

/** What the very next message is. */
export const next = (name: string, fits: (message: Message, scene: Scene) => boolean) =>
  check(name, (scene) => {
    const [following] = later(scene)
    return following !== undefined && fits(following, scene)
  })

/** Something happened before. */
export const came = (name: string, fits: (message: Message, scene: Scene) => boolean) =>
  check(name, (scene) => earlier(scene).some((other) => fits(other, scene)))

/** Something that was said not to happen did not. */
export const never = (name: string, fits: (message: Message, scene: Scene) => boolean) =>
  check(name, (scene) => !later(scene).some((other) => fits(other, scene)))

export const byHackerAlone = check(
  'the Hacker does it, and nothing is sent',
  ({ message }) =>
    message.from === 'Hacker' &&
    message.to === 'Hacker' &&
    message.kind === 'self' &&
    message.http === null,
)

/** A page of the Hacker's as a user's own agent gets it. */
export const isLure = ({ from, to, kind, http }: Message): boolean =>
  from === 'Hacker' && isVictims(to) && kind === 'response' && http?.status === 200

/** A page of the Hacker's as text, and with the addresses in its addresses taken apart. */
const unescaped = (text: string): string => {
  const layers = [text.replaceAll('&amp;', '&')]
  for (let depth = 0; depth < 4; depth += 1)
    layers.push((layers.at(-1) ?? '').replaceAll(/%[0-7][0-9A-F]/g, decodeURIComponent))
  return layers.join('\n')
}

export const lures = (name: string, inPage: RegExp) =>
  comes(name, (other) => isLure(other) && inPage.test(unescaped(body(other))))

export const isLetIn = check('the victim has been shown what is behind the login', (scene) =>
  earlier(scene).some(
    (other) => isVictims(other.to) && status(other) === 200 && items(other).length > 0,
  ),
)

export const steals = (what: string) =>
  next(
    `the ${what} is copied next, if the device holds one`,
    ({ id, from, kind }) =>
      from === 'Hacker' && kind === 'self' && id.split('.')[1] === `steal-${what}`,
  )

/** Requests of the Hacker's own to FusionAuth, with a refresh token. */
export const isRenewal = (message: Message): boolean =>
  message.from === 'Hacker' && message.to === 'FusionAuth' && presented(message) !== ''

/** Requests of the Hacker's own to FusionAuth, with a code. */
export const isRedeeming = (message: Message): boolean =>
  message.from === 'Hacker' &&
  message.to === 'FusionAuth' &&
  form(message).get('grant_type') === 'authorization_code'

/** The request that brings a code back to an application. */
export const isCallback = (message: Message): boolean =>
  message.kind === 'request' &&
  path(message) === '/oauth-callback' &&
  url(message)?.searchParams.has('code') === true

/** A code that FusionAuth has handed out. */
export const isCode = (scene: Scene, code: string): boolean =>
  code !== '' &&
  changesOf(scene, 'FusionAuth.codes').some(({ op, key }) => op === 'set' && key === code)

/** The note that begins an attack is followed by another note of the Hacker's. */
export const noteComes = (names: readonly string[]) =>
  comes(
    `the Hacker notes it: ${names.join(' or ')}`,
    ({ from, kind, id }) =>
      from === 'Hacker' &&
      kind === 'self' &&
      names.includes(id.replace(/\.\d+$/, '').split('.')[1] ?? ''),
  )

/** The domain that a cookie of a page is set for; '' where it is for the host alone. */
export const cookieDomain = (message: Message): string =>
  [...setCookies(message).values()]
    .map((line) => /;\s*Domain=([^;]+)/i.exec(line)?.[1] ?? '')
    .find(Boolean) ?? ''
