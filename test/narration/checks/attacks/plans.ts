import type { PerSentence } from '../../../../scenarios/narration/story.ts'
import type { Message } from '../../../../scenarios/model/trace.ts'
import {
  body,
  carried,
  changesOf,
  check,
  earlier,
  field,
  form,
  type Grounds,
  keyIn,
  keySet,
  later,
  path,
  type Scene,
  textOf,
  url,
} from '../scene.ts'
import { typedPassword } from '../shared/logins.ts'
import { presented } from '../shared/tokens.ts'
import { wasGiven } from '../shared/sessions.ts'
import {
  byHackerAlone,
  comes,
  cookieDomain,
  isCallback,
  isLetIn,
  isLure,
  isRedeeming,
  isRenewal,
  isVictims,
  lures,
  never,
  noteComes,
  steals,
} from './shared.ts'

/** What the Hacker sets out to do is so when the messages that follow show it tried. */

const writesScript = comes(
  'the Hacker posts a script to Forums, logged in with an account of their own',
  (other, scene) =>
    other.from === 'Hacker' &&
    other.to === 'Forums' &&
    other.http?.method === 'POST' &&
    posted(other).includes('data-program=') &&
    scene.trace.messages.some(
      ({ n, from, http }) => from === 'Hacker' && n < other.n && /password/.test(http?.body ?? ''),
    ),
)

const script = (name: string, code: RegExp) =>
  comes(
    `the script ${name}`,
    (other) =>
      other.from === 'Hacker' &&
      other.to === 'Forums' &&
      other.http?.method === 'POST' &&
      code.test(posted(other)),
  )

/** What is posted to Forums, in a form or as JSON. */
const posted = (message: Message): string => form(message).get('text') ?? textOf(message, 'text')

const knowsNoCookie = check('the script that is posted names no cookie', (scene) => {
  const post = later(scene).find((other) => posted(other).includes('data-program='))
  return post !== undefined && !posted(post).includes('cookie')
})

const followsHttpLink = check(
  'the victim’s browser asks for an address that begins with http://, or says that it changes it',
  (scene) => {
    const [following] = later(scene)
    return (
      following?.from === 'Browser' &&
      (following.http?.url.startsWith('http://') === true || following.id.includes('.upgrades'))
    )
  },
)

const listensAfterwards = noteComes(['listens'])

const asksStore = comes(
  'the victim asks the Store for something, which is a line in its log',
  ({ from, to, kind }) => isVictims(from) && to === 'Store' && kind === 'request',
)

const sendsCookiesToStore = comes(
  'the victim’s browser sends cookies to the Store',
  (other) => other.from === 'Browser' && other.to === 'Store' && field(other, 'cookie') !== '',
)

const notYetIn = check('nothing that opens the Store was given to anybody', (scene) =>
  earlier(scene).every((other) => keySet(other, 'session') === '' && keySet(other, 'jwt') === ''),
)

const plantsId = comes(
  'a page of the Hacker’s sets a session id for the whole domain',
  (other) => isLure(other) && keySet(other, 'session') !== '' && cookieDomain(other) !== '',
)

const plantsOwnId = comes(
  'a page of the Hacker’s sets a session id that was given to the Hacker',
  (other, scene) =>
    isLure(other) && wasGiven({ ...scene, message: other }, 'Hacker', keySet(other, 'session')),
)

const hackerLogsIn = comes(
  'the Hacker logs in with a password',
  (other) => other.from === 'Hacker' && typedPassword(other) !== '',
)

const broughtCodes = (scene: Scene): readonly Message[] =>
  later(scene).filter((other) => isVictims(other.from) && isCallback(other))

/** Where FusionAuth hands out no code, there is none to read. */
const noCode = (scene: Scene): boolean =>
  broughtCodes(scene).length === 0 &&
  later(scene).some((other) => url(other)?.searchParams.has('error') === true)

const isCut = check(
  'the victim’s request that brings a code to the Store gets no answer',
  (scene) => {
    const [first] = broughtCodes(scene)
    return first === undefined
      ? noCode(scene)
      : !scene.trace.messages.some(
          ({ kind, exchange }) => kind === 'response' && exchange === first.exchange,
        )
  },
)

const redeemsUnused = check(
  'the Hacker shows FusionAuth a code that no application has shown',
  (scene) =>
    noCode(scene) ||
    later(scene).some(
      (other) =>
        isRedeeming(other) &&
        !scene.trace.messages.some(
          (one) =>
            one.n < other.n &&
            one.from === 'Store' &&
            form(one).get('code') === form(other).get('code'),
        ),
    ),
)

const bringsToStore = comes(
  'the Hacker’s own browser brings the Store the victim’s code',
  (other, scene) =>
    other.from === 'Hacker' &&
    isCallback(other) &&
    scene.trace.messages.some(
      (one) =>
        one.n < other.n &&
        isVictims(one.from) &&
        isCallback(one) &&
        url(one)?.searchParams.get('code') === url(other)?.searchParams.get('code'),
    ),
)

/** The login name of whoever the victim's browser is to be logged in as. */
const hackersLogin = check(
  'the login that is prepared is with another login name than the victim’s',
  (scene) => {
    const lure = later(scene).find(isLure)
    const inForm = /name="loginId" value="([^"]*)"/.exec(lure === undefined ? '' : body(lure))?.[1]
    const typed = later(scene).find(
      (other) => other.from === 'Hacker' && typedPassword(other) !== '',
    )
    const name = inForm ?? (typed === undefined ? '' : (form(typed).get('loginId') ?? ''))
    return name === '' ? lure === undefined : !name.startsWith('ada@')
  },
)

const ownHostBelow = lures(
  'the link that the victim is sent names a host of the Hacker’s below the applications’ domain',
  /redirect_uri=https:\/\/evil\.example\.com\//,
)

const leadsToGo = lures(
  'the link that the victim is sent names the Store’s address that leads on',
  /redirect_uri=https:\/\/store\.example\.com\/go\?/,
)

const leadsToHacker = lures(
  'and that address leads on to the Hacker',
  /\/go\?to=.*https:\/\/evil\.example\//s,
)

const namesTwo = lures('the link names two addresses to lead on to', /[?&]to=[^"]*[&]to=/)

const withoutVerifier = check(
  'whenever the Hacker redeems a code, no verifier goes along',
  (scene) => {
    const redeemed = later(scene).filter(isRedeeming)
    return redeemed.length > 0 && redeemed.every((other) => !form(other).has('code_verifier'))
  },
)

/** The code of a login that is over. */
const usedCode = (scene: Scene): string => {
  const used = earlier(scene).findLast(isCallback)
  return (used === undefined ? null : url(used)?.searchParams.get('code')) ?? ''
}

const wasRedeemed = check('the Store has redeemed the code already', (scene) => {
  const code = usedCode(scene)
  return (
    code !== '' &&
    earlier(scene).some((other) => other.from === 'Store' && form(other).get('code') === code)
  )
})

const triesAgain = comes(
  'the Hacker shows FusionAuth the same code',
  (other, scene) => isRedeeming(other) && form(other).get('code') === usedCode(scene),
)

const victimTypes = comes(
  'the victim’s password is sent to FusionAuth',
  (other) => isVictims(other.from) && other.to === 'FusionAuth' && typedPassword(other) !== '',
)

const repeatedOnlyBy307 = check(
  'the password is posted to the Store if and only if FusionAuth redirects with 307',
  (scene) => {
    const all = later(scene)
    const is307 = all.some(({ from, http }) => from === 'FusionAuth' && http?.status === 307)
    const isPosted = all.some(
      (other) => isVictims(other.from) && other.to === 'Store' && typedPassword(other) !== '',
    )
    return is307 === isPosted && all.some(({ from }) => from === 'FusionAuth')
  },
)

/** Who shows FusionAuth the token first: the Hacker, or an application for the victim. */
const firstUse = (scene: Scene): Message | undefined =>
  later(scene).find((other) => other.to === 'FusionAuth' && presented(other) !== '')

const hackerIsFirst = check(
  'the first who shows it to FusionAuth, if anybody does, is the Hacker',
  (scene) => {
    const first = firstUse(scene)
    return first === undefined || first.from === 'Hacker' || !later(scene).some(isRenewal)
  },
)

const victimComesBack = check(
  'the victim asks the Store for something before the Hacker shows the token',
  (scene) => {
    const use = later(scene).find(isRenewal)
    return later(scene).some(
      (other) =>
        isVictims(other.from) && other.kind === 'request' && (use === undefined || other.n < use.n),
    )
  },
)

const asksAfterwards = (name: string, fits: (message: Message) => boolean) =>
  check(`${name}, wherever the Hacker has the token`, (scene) => {
    const asked = later(scene).filter(isRenewal)
    const [theft] = later(scene)
    return (
      theft !== undefined && (asked.length === 0 ? theft.changes.length === 0 : asked.some(fits))
    )
  })

const byOtherClient = asksAfterwards(
  'the refresh token is shown under the client id of another application',
  (other) =>
    form(other).get('client_id') !== '' && form(other).get('client_id')?.endsWith('a') === false,
)

const asksForMore = asksAfterwards('more scopes are asked for than the login asked for', (other) =>
  (form(other).get('scope') ?? '').includes('address phone'),
)

const twoAtOnce = comes(
  'a second request for the cart goes out before the first is answered',
  (other, scene) =>
    other.from === 'Browser' &&
    path(other).endsWith('cart') &&
    scene.trace.messages.some(
      (one) =>
        one.n < other.n &&
        one.n > scene.message.n &&
        one.from === 'Browser' &&
        one.kind === 'request' &&
        path(one).endsWith('cart') &&
        !scene.trace.messages.some(
          (answer) =>
            answer.kind === 'response' && answer.exchange === one.exchange && answer.n < other.n,
        ),
    ),
)

const changesPassword = comes(
  'the victim’s new password goes to FusionAuth',
  (other) => other.to === 'FusionAuth' && textOf(other, 'currentPassword') !== '',
)

const isKeyOver = check('half an hour goes by before the page is opened', (scene) => {
  const opened = later(scene).find(({ to }) => to === 'Hacker')
  return opened !== undefined && Date.parse(opened.at) - Date.parse(scene.message.at) >= 30 * 60_000
})

const logsOut = comes(
  'the victim logs out',
  (other) => isVictims(other.from) && path(other).endsWith('/logout'),
)

const madeUpToken = comes(
  'the Hacker posts a logout token to the Store, and FusionAuth has no part in it',
  (other, scene) => {
    const token = form(other).get('logout_token') ?? ''
    const claims = token.split('.')[1] ?? ''
    const user = changesOf({ ...scene, message: other }, 'Store.appSessions').some(({ after }) =>
      JSON.stringify(after).includes(subjectOf(claims)),
    )
    return other.from === 'Hacker' && other.to === 'Store' && token !== '' && user
  },
)

const subjectOf = (part: string): string =>
  /"sub":"([^"]+)"/.exec(Buffer.from(part, 'base64url').toString('utf8'))?.[1] ?? 'nobody'

const showsIt = (role: 'session' | 'jwt' | 'refresh-token') =>
  check(`the Hacker shows the Store the ${role} that was copied, if one was`, (scene) => {
    const [theft] = later(scene)
    if (theft === undefined || theft.from !== 'Hacker') return false
    const taken = theft.changes.find(({ op }) => op === 'set')
    return (
      taken === undefined ||
      later(scene).some(
        (other) =>
          other.from === 'Hacker' &&
          other.kind === 'request' &&
          JSON.stringify(taken.after).includes(keyIn(other, role) || 'nothing'),
      )
    )
  })

const ssoOpensBoth = check(
  'the Hacker tries Forums with it, and it was set by FusionAuth',
  (scene) =>
    later(scene).some((other) => other.from === 'Hacker' && other.to === 'Forums') &&
    earlier(scene).some(
      (other) => other.from === 'FusionAuth' && carried(other).includes('fusionauth.sso='),
    ),
)

const onTheLine = [byHackerAlone, isCut] as const
const script1 = [byHackerAlone, writesScript] as const

export const plans = {
  'xss-reads-cookie': [script1, [script('reads document.cookie', /document\.cookie/)]],
  'xss-reads-local-storage': [script1, [script('reads the local storage', /localStorage/)]],
  'xss-rides-session': [script1, [script('posts', /fetch\('\/posts'/), knowsNoCookie]],
  sniffing: [[byHackerAlone, listensAfterwards], [followsHttpLink]],
  'leaked-log': [[byHackerAlone, asksStore], [noteComes(['reads-log'])]],
  'leaked-har': [[byHackerAlone, noteComes(['reads-har'])], [sendsCookiesToStore]],
  'session-fixation': [[notYetIn], [byHackerAlone, plantsId]],
  csrf: [
    [byHackerAlone, isLetIn],
    [lures('a page of the Hacker’s posts to the checkout', /action="[^"]*\/checkout"/)],
  ],
  'cookie-tossing': [
    [isLetIn, hackerLogsIn],
    [byHackerAlone, plantsOwnId],
  ],
  'code-leak': [onTheLine, [redeemsUnused]],
  'code-injection': [onTheLine, [bringsToStore]],
  'login-csrf': [[byHackerAlone, hackersLogin]],
  'redirect-manipulation': [[byHackerAlone, ownHostBelow], [ownHostBelow]],
  'open-redirector': [[byHackerAlone, leadsToGo], [leadsToHacker]],
  'duplicate-parameters': [[byHackerAlone, leadsToGo, namesTwo], [leadsToHacker]],
  'pkce-downgrade': [onTheLine, [withoutVerifier]],
  'code-replay': [[byHackerAlone, wasRedeemed], [triesAgain]],
  'redirect-307': [[byHackerAlone, victimTypes], [repeatedOnlyBy307]],
  'refresh-theft-reusable': [[byHackerAlone, steals('refresh-token'), victimComesBack]],
  'refresh-theft-thief-first': [[byHackerAlone, steals('refresh-token'), hackerIsFirst]],
  'refresh-theft-victim-first': [[byHackerAlone, steals('refresh-token'), victimComesBack]],
  'refresh-theft-victim-gone': [
    [byHackerAlone, steals('refresh-token')],
    [
      never(
        'no agent of the victim’s sends anything any more',
        ({ from, kind }) => isVictims(from) && kind === 'request',
      ),
    ],
  ],
  'two-tab-race': [
    [
      never(
        'no request is the Hacker’s',
        ({ from, kind }) => from === 'Hacker' && kind === 'request',
      ),
    ],
    [twoAtOnce],
  ],
  'wrong-client': [[byHackerAlone, steals('refresh-token'), byOtherClient]],
  'scope-widening': [[byHackerAlone, steals('refresh-token'), asksForMore]],
  revival: [[byHackerAlone, steals('refresh-token')], [changesPassword]],
  'refresh-cookie-csrf': [
    [byHackerAlone, isLetIn, isKeyOver],
    [lures('the page has a picture whose address is the cart', /<img src="[^"]*\/shopping-cart"/)],
  ],
  'sso-cookie-theft': [[byHackerAlone, steals('sso-session')], [ssoOpensBoth]],
  'half-logout': [[byHackerAlone, logsOut, noteComes(['sits-down'])]],
  'forged-logout-token': [[byHackerAlone, madeUpToken]],
  'stolen-session-id': [[byHackerAlone, steals('session-id'), showsIt('session')]],
  'stolen-jwt': [[byHackerAlone, steals('jwt'), showsIt('jwt')]],
  'stolen-refresh-token': [[byHackerAlone, steals('refresh-token'), showsIt('refresh-token')]],
} as const satisfies Partial<PerSentence<Grounds>>
