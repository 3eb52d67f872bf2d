import type { PerSentence } from '../../../../scenarios/narration/story.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'
import {
  body,
  check,
  claims,
  earlier,
  field,
  form,
  type Grounds,
  location,
  member,
  path,
  requestOf,
  type Scene,
  status,
  textOf,
  url,
} from '../scene.ts'
import { letsIn, typedPassword } from '../shared/logins.ts'
import { hackerTypedNothing, holdsUser, items, sessionChange } from '../shared/sessions.ts'
import { accessToken, noTokens, presented } from '../shared/tokens.ts'
import { isCallback, isLure, isRedeeming, isRenewal, isVictims } from './shared.ts'

/** The Hacker at applications and at FusionAuth, as a user or as a program. */

const fromHacker = check('the Hacker asks', ({ message }) => message.from === 'Hacker')
const toHacker = check('the Hacker gets it', ({ message }) => message.to === 'Hacker')

const beginsLogin = check(
  'it is a GET of the login of an application',
  ({ message }) => message.http?.method === 'GET' && path(message) === '/login',
)

const typedBefore = check('the Hacker has typed a password before', (scene) =>
  earlier(scene).some((other) => other.from === 'Hacker' && typedPassword(other) !== ''),
)

const forHacker = check('the Hacker asked for it', (scene) => requestOf(scene)?.from === 'Hacker')

const userOf = (after: Json | undefined): Json | undefined => member(member(after, 'user'), 'id')

const inOwnName = check('its user is another than that of the victim’s sessions', (scene) => {
  const own = userOf(sessionChange(scene.message)?.after)
  return (
    typeof own === 'string' &&
    earlier(scene).every(
      (other) =>
        other.from === 'Hacker' ||
        requestOf({ ...scene, message: other })?.from === 'Hacker' ||
        userOf(sessionChange(other)?.after) !== own,
    )
  )
})

const showsEntries = check(
  'entries are on the page',
  ({ message }) => status(message) === 200 && items(message).length > 0,
)

const codeOf = ({ message }: Scene): string => url(message)?.searchParams.get('code') ?? ''

const madeFor = (who: 'the victim' | 'the Hacker', isTheirs: (agent: string) => boolean) =>
  check(`the code was handed to ${who} by FusionAuth`, (scene) =>
    earlier(scene).some(
      (other) =>
        other.from === 'FusionAuth' &&
        isTheirs(other.to) &&
        codeOf(scene) !== '' &&
        location(other)?.searchParams.get('code') === codeOf(scene),
    ),
  )

const bringsCode = check('a callback with a code goes to the Store', ({ message }) =>
  isCallback(message),
)

const fromVictim = check('the victim’s agent asks', ({ message }) => isVictims(message.from))

const text = ({ message }: Scene): string => form(message).get('text') ?? textOf(message, 'text')

const postsScript = check('the text that is posted has a script in it', (scene) =>
  text(scene).includes('data-program='),
)

const otherWords = check('the text is one that the Hacker’s script has', (scene) =>
  text(scene).includes('evil.example'),
)

const fromLure = check(
  'the page before is the Hacker’s, and has the form that is sent',
  (scene) => {
    const page = earlier(scene).findLast(isLure)
    return (
      page !== undefined && body(page).includes('/checkout"') && path(scene.message) === '/checkout'
    )
  },
)

const postsIt = check('it is a POST', ({ message }) => message.http?.method === 'POST')

const neither = check(
  'neither secret nor verifier goes along, and no credentials in a header',
  ({ message }) =>
    !form(message).has('client_secret') &&
    !form(message).has('code_verifier') &&
    field(message, 'authorization') === '',
)

const nothingElse = check(
  'neither secret nor password nor credentials go along',
  ({ message }) =>
    !/client_secret|password/.test(body(message)) && field(message, 'authorization') === '',
)

const redeems = check('it redeems a code at FusionAuth', ({ message }) => isRedeeming(message))
const renews = check('it shows FusionAuth a refresh token', ({ message }) => isRenewal(message))

const inBody = check(
  'the refresh token stands in the body for the JWT API',
  ({ message }) =>
    path(message) === '/api/jwt/refresh' && textOf(message, 'refreshToken') === presented(message),
)

/** The id of the user whom the Hacker is not: in a session of the victim's, or in a token for it. */
const victimsId = check('the token is made out to a user who is not the Hacker', (scene) => {
  const jwt = claims(accessToken(scene.message))
  return typeof jwt['sub'] === 'string' && !JSON.stringify(jwt).includes('mallory')
})

const namesError = check(
  'it is 400 with an error',
  ({ message }) => status(message) === 400 && textOf(message, 'error') !== '',
)

const refuses = check('the status is 400', ({ message }) => status(message) === 400)

const wantsClient = check(
  'it is 401 with invalid_client, for a request without a secret',
  (scene) => {
    const request = requestOf(scene)
    return (
      status(scene.message) === 401 &&
      textOf(scene.message, 'error') === 'invalid_client' &&
      request !== undefined &&
      !form(request).has('client_secret')
    )
  },
)

export const hacker = {
  'login-request/Hacker': [[fromHacker, beginsLogin]],
  'login-request/in-attack': [[fromVictim, beginsLogin]],
  'entry-response/Hacker/own-account': [[toHacker, typedBefore, letsIn]],
  'entry-response/Hacker/no-password': [[toHacker, hackerTypedNothing, letsIn]],
  'create-session/for-Hacker/own-account': [[forHacker, holdsUser, inOwnName]],
  'load-response/200/Hacker/own-account': [[toHacker, typedBefore, showsEntries]],
  'callback-request/Hacker/victims-code': [
    [fromHacker, bringsCode, madeFor('the victim', isVictims)],
  ],
  'callback-request/foreign-code': [
    [fromVictim, bringsCode, madeFor('the Hacker', (agent) => agent === 'Hacker')],
  ],
  'post-request/Hacker': [[fromHacker, postsIt, postsScript]],
  'post-request/in-attack': [[fromVictim, postsIt, otherWords]],
  'checkout-request/in-attack': [[fromVictim, postsIt, fromLure]],
  'token-request/Hacker/authorization_code': [[fromHacker, redeems], [neither]],
  'token-request/Hacker/refresh_token': [[fromHacker, renews], [nothingElse]],
  'jwt-refresh-request/Hacker/in-body': [[fromHacker, renews, inBody], [nothingElse]],
  'token-response/200/direct/Hacker': [[toHacker, victimsId]],
  'token-response/400/direct/Hacker': [[namesError], [toHacker, noTokens]],
  'token-response/401/direct/Hacker': [[toHacker, wantsClient]],
  'jwt-refresh-response/400/direct/Hacker': [[refuses], [toHacker, noTokens]],
} as const satisfies Partial<PerSentence<Grounds>>
