import { cookieNames } from '../../../../scenarios/catalogue/cookie-names.ts'
import type { PerSentence } from '../../../../scenarios/narration/story.ts'
import {
  brought,
  changesOf,
  check,
  earlier,
  field,
  form,
  type Grounds,
  keyIn,
  keySet,
  later,
  type Scene,
  status,
  url,
} from '../scene.ts'
import { wasGiven } from '../shared/sessions.ts'
import {
  byHackerAlone,
  came,
  comes,
  isCallback,
  isCode,
  isLure,
  isRedeeming,
  isRenewal,
  isVictims,
  never,
  next,
} from './shared.ts'

/** What the Hacker does without a request: it shows in the requests before and after. */

const opening = [...cookieNames.session, ...cookieNames.jwt]

/** The code that the Hacker uses after a note, in whatever way. */
const codeUsed = (scene: Scene): string => {
  const use = later(scene).find(
    (other) => isRedeeming(other) || (other.from === 'Hacker' && isCallback(other)),
  )
  if (use === undefined) return ''
  return form(use).get('code') ?? url(use)?.searchParams.get('code') ?? ''
}

const wasInAddress = check('a code that FusionAuth made stood in an address before', (scene) =>
  earlier(scene).some(
    ({ kind, http }) =>
      kind === 'request' &&
      [...(http?.url ?? '').matchAll(/code(?:=|%3D)([\w-]{20,})/g)].some(([, code = '']) =>
        isCode(scene, code),
      ),
  ),
)

const hasItNow = check(
  'the code that the Hacker uses next, if one is, stood in an address',
  (scene) => {
    const code = codeUsed(scene)
    return (
      code === '' ||
      earlier(scene).some(
        ({ kind, http }) => kind === 'request' && http?.url.includes(code) === true,
      )
    )
  },
)

const keptFromStore = came(
  'a request of the Hacker’s brought a code, and got no answer',
  (other, scene) =>
    other.from === 'Hacker' &&
    isCallback(other) &&
    !scene.trace.messages.some(
      ({ kind, exchange }) => kind === 'response' && exchange === other.exchange,
    ),
)

const victimOpensIt = comes(
  'the victim’s browser asks for that very address',
  (other, scene) =>
    isVictims(other.from) &&
    earlier(scene).some((one) => isCallback(one) && one.http?.url === other.http?.url),
)

const swapped = next(
  'the Hacker’s callback carries a code that the victim’s browser was to bring, with the state of the Hacker’s login',
  (other, scene) => {
    const query = url(other)?.searchParams
    const begun = earlier(scene).findLast(
      (one) => one.from === 'Hacker' && one.http?.url.includes('/oauth2/authorize') === true,
    )
    return (
      other.from === 'Hacker' &&
      isCallback(other) &&
      begun !== undefined &&
      (url(begun)?.searchParams.get('state') ?? null) === (query?.get('state') ?? null) &&
      earlier(scene).some(
        (one) =>
          isVictims(one.from) &&
          isCallback(one) &&
          url(one)?.searchParams.get('code') === query?.get('code'),
      )
    )
  },
)

/** What the Hacker's script sent home last. */
const sentHome = (scene: Scene): string => {
  const request = earlier(scene).findLast(({ to, kind }) => to === 'Hacker' && kind === 'request')
  return (request === undefined ? null : url(request)?.searchParams.get('found')) ?? ''
}

const showsFound = next(
  'every cookie that the Hacker sends to Forums is one that came from the script',
  (other, scene) =>
    other.from === 'Hacker' &&
    other.to === 'Forums' &&
    brought(other).size > 0 &&
    [...brought(other)].every(([name, value]) => sentHome(scene).includes(`${name}=${value}`)),
)

const showsFoundToken = next(
  'the JWT that the Hacker sends to Forums is the one that came from the script',
  (other, scene) =>
    other.from === 'Hacker' &&
    other.to === 'Forums' &&
    keyIn(other, 'jwt') !== '' &&
    sentHome(scene) === keyIn(other, 'jwt'),
)

/** What the victim's browser sent without encryption, and was heard. */
const heard = (scene: Scene): string =>
  earlier(scene)
    .filter(({ kind, http }) => kind === 'request' && http?.url.startsWith('http://') === true)
    .map((other) => field(other, 'cookie'))
    .join('; ')

const readsHeard = check(
  'a request without encryption carried cookies',
  (scene) => heard(scene) !== '',
)

const heardNone = check(
  'no request without encryption carried a cookie',
  (scene) => heard(scene) === '',
)

const logged = (scene: Scene): string =>
  JSON.stringify(changesOf(scene, 'Store.log').map(({ after }) => after))

/** What opens the Store, and was given to the victim. */
const keysOfVictim = (scene: Scene): readonly string[] =>
  earlier(scene)
    .filter(({ to, kind }) => isVictims(to) && kind === 'response')
    .flatMap((other) => [keySet(other, 'session'), keySet(other, 'jwt')])
    .filter((key) => key !== '')

const holdsKey = check(
  'a value in the log is one that opens the Store, and was set for the victim',
  (scene) => keysOfVictim(scene).some((key) => logged(scene).includes(key)),
)

const goesAwayWithNothing = never(
  'the Hacker does nothing with it',
  ({ from }) => from === 'Hacker',
)

const asSent = check('what the Hacker shows next was sent by the victim’s browser', (scene) => {
  const [shown] = later(scene)
  const recorded = earlier(scene).findLast(
    (other) => other.from === 'Browser' && other.to === 'Store' && field(other, 'cookie') !== '',
  )
  return (
    recorded !== undefined &&
    shown?.from === 'Hacker' &&
    opening.some(
      (name) =>
        brought(shown).has(name) && brought(recorded).get(name) === brought(shown).get(name),
    )
  )
})

const changesAddress = next(
  'the same agent asks by https, and nothing was asked by http',
  (other, scene) =>
    other.from === scene.message.from &&
    other.http?.url.startsWith('https://') === true &&
    !earlier(scene).some(({ http }) => http?.url.startsWith('http://')),
)

const cameWithPolicy = came(
  'a page that this agent got has a Content-Security-Policy',
  (other, scene) =>
    other.to === scene.message.from &&
    other.kind === 'response' &&
    status(other) === 200 &&
    field(other, 'content-security-policy') !== '',
)

const notSent = check('nothing is sent to the Hacker for it', (scene) => {
  const [following] = later(scene)
  return (
    scene.message.http === null &&
    (following?.from !== scene.message.from || following.to !== 'Hacker')
  )
})

export const deeds = {
  'tries-token': [
    [
      byHackerAlone,
      next('the Hacker sends FusionAuth a refresh token, without an application', isRenewal),
    ],
  ],
  'tries-id': [
    [
      byHackerAlone,
      next(
        'the Hacker sends the Store the session id that a page of the Hacker’s has set',
        (other, scene) =>
          other.from === 'Hacker' &&
          other.to === 'Store' &&
          earlier(scene).some(
            (one) => isLure(one) && keySet(one, 'session') === keyIn(other, 'session'),
          ) &&
          !wasGiven(scene, 'Hacker', keyIn(other, 'session')),
      ),
    ],
  ],
  'reads-code': [[byHackerAlone, wasInAddress], [hasItNow]],
  'keeps-code': [[byHackerAlone, keptFromStore], [victimOpensIt]],
  'swaps-code': [[byHackerAlone, swapped]],
  'shows-cookie': [[byHackerAlone, showsFound]],
  'shows-token': [[byHackerAlone, showsFoundToken]],
  'finds-nothing': [
    [
      byHackerAlone,
      never('the Hacker sends nothing to Forums after this', ({ from }) => from === 'Hacker'),
    ],
  ],
  listens: [[byHackerAlone, readsHeard]],
  'listens/empty-handed': [[byHackerAlone, heardNone]],
  'reads-log': [[byHackerAlone, holdsKey]],
  'reads-log/empty-handed': [[byHackerAlone, goesAwayWithNothing]],
  'reads-har': [[byHackerAlone, asSent]],
  'sits-down': [
    [
      byHackerAlone,
      next(
        'the next request is one of the browser that the victim used',
        (other, scene) =>
          other.from === 'Browser' && earlier(scene).some(({ from }) => from === 'Browser'),
      ),
    ],
  ],
  upgrades: [[changesAddress]],
  'blocked-by-csp': [[cameWithPolicy, notSent]],
} as const satisfies Partial<PerSentence<Grounds>>
