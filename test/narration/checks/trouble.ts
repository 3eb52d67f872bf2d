import type { PerSentence } from '../../../scenarios/narration/story.ts'
import { decodeToken, tokenPattern } from '../../../scenarios/model/jwt.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import { presented } from './shared/tokens.ts'
import {
  answerOf,
  brought,
  check,
  earlier,
  type Grounds,
  inJar,
  isAgent,
  isPasswordForm,
  later,
  location,
  path,
  requestOf,
  type Scene,
  status,
  unchecked,
} from './scene.ts'
import { inEnglish } from '../../support/texts.ts'

const unanswered = check('its exchange has a request and no answer', (scene) => {
  const request = requestOf(scene)
  return (
    request !== undefined &&
    request.from === scene.message.from &&
    request.n < scene.message.n &&
    answerOf(scene) === undefined
  )
})

const isSimulated = check(
  'nothing crossed a wire: the simulator did it',
  ({ message }) =>
    message.provenance === 'simulated' && message.kind === 'self' && message.http === null,
)

const realServer = check(
  'FusionAuth is a real one here',
  ({ trace }) => trace.fusionauth.kind === 'fusionauth',
)

const byApplications = check(
  'it is the Store that does it',
  ({ message }) => message.from === 'Store',
)

const byFusionAuth = check(
  'it is FusionAuth that does it',
  ({ message }) => message.from === 'FusionAuth',
)

/** Milliseconds between the message before and this one. */
const sinceBefore = (scene: Scene): number =>
  Date.parse(scene.message.at) - Date.parse(earlier(scene).at(-1)?.at ?? scene.message.at)

const hasPassed = check(
  'a second has passed at least since the message before',
  (scene) => sinceBefore(scene) >= 1_000,
)

const isOver = check('no JWT that was issued before is good any more', (scene) => {
  const jwts = earlier(scene).flatMap(({ http }) => http?.body.match(tokenPattern) ?? [])
  const ends = jwts.map((jwt) => Number(decodeToken(jwt)?.claims['exp'] ?? 0) * 1_000)
  return ends.every((end) => end <= Date.parse(scene.message.at))
})

const notRevoked = check('the label says that it lives on', ({ message }) =>
  inEnglish(message.label).includes('lives on'),
)

const onlyRedirects = check('the twenty answers before were redirects', (scene) => {
  const answers = earlier(scene).filter(
    ({ kind, to }) => kind === 'response' && to === scene.message.from,
  )
  return (
    answers.length >= 20 &&
    answers.slice(-20).every((answer) => status(answer) >= 300 && location(answer) !== null)
  )
})

/** A page of FusionAuth came, and the agent did not go on from it in this step. */
const comesToAnEnd = check(
  'an agent stops at a page of FusionAuth: nothing follows without a new decision',
  (scene) => {
    const page = earlier(scene).findLast(({ kind, to }) => kind === 'response' && isAgent(to))
    const next = later(scene)[0]
    return (
      page?.from === 'FusionAuth' &&
      isAgent(scene.message.from) &&
      (next === undefined ||
        (next.kind === 'request' && (isAgent(next.from) || next.cause === null)))
    )
  },
)

const says = (words: RegExp) =>
  check(`the page before is of this kind (${words.source})`, (scene) => {
    const page = earlier(scene).findLast(({ kind, to }) => kind === 'response' && isAgent(to))
    return words.test(
      `${page?.http?.url ?? ''} ${page?.http?.body ?? ''} ${page?.http?.status ?? ''}`,
    )
  })

const obstacle = (words: RegExp) => [[says(words)], [comesToAnEnd]] as const

/** How a message is answered. */
const answered = (scene: Scene, request: Message): number =>
  status(answerOf({ ...scene, message: request }) ?? request)

const refusedLater = check('whoever presents it later is answered 400', (scene) => {
  const token = inJar(scene, 'Browser', 'rt')
  const uses = later(scene).filter((other) => token !== '' && presented(other) === token)
  return token !== '' && uses.every((other) => answered(scene, other) === 400)
})

const formLater = check('a browser that comes with its cookie later gets the form', (scene) => {
  const value = inJar(scene, 'Browser', 'fusionauth.sso')
  const visits = later(scene).filter(
    (other) =>
      path(other) === '/oauth2/authorize' &&
      other.http?.method === 'GET' &&
      brought(other).get('fusionauth.sso') === value,
  )
  return value !== '' && visits.every((other) => answered(scene, other) === 200)
})

const strangePage = check(
  'the page before is FusionAuth’s, without error and password field',
  (scene) => {
    const page = earlier(scene).findLast(({ kind, to }) => kind === 'response' && isAgent(to))
    return page !== undefined && status(page) === 200 && !isPasswordForm(page)
  },
)

const hasStatusOf = (first: number) =>
  check(
    `the status begins with ${first}`,
    ({ message }) => Math.floor(status(message) / 100) === first,
  )

export const trouble = {
  'any-response/4xx': [[hasStatusOf(4)]],
  'any-response/5xx': [[hasStatusOf(5)]],
  'no-answer': [
    [unanswered],
    unchecked('What nobody can see: the other side of a broken connection.'),
  ],
  'moves-clock': [[realServer, isSimulated], [byApplications]],
  waits: [[realServer, isSimulated], [hasPassed]],
  'waits-not': [[realServer, isSimulated], [byFusionAuth]],
  'waits-for-jwt': [[realServer, isSimulated, byFusionAuth], [isOver]],
  'waits-for-jwt/lives-on': [[isSimulated, byFusionAuth, notRevoked], [realServer]],
  'revokes-refresh-token': [[realServer, isSimulated, byFusionAuth], [refusedLater]],
  'revokes-refresh-token/lives-on': [[isSimulated, byFusionAuth, notRevoked]],
  'revokes-sso-session': [[isSimulated, byFusionAuth, realServer], [formLater]],
  'revokes-sso-session/lives-on': [[isSimulated, byFusionAuth, notRevoked]],
  'gives-up': [[onlyRedirects]],
  'two-factor': obstacle(/two-?factor/i),
  registration: obstacle(/regist/i),
  verification: obstacle(/verif/i),
  'password-change': obstacle(/password/i),
  consent: obstacle(/consent/i),
  'error-page': obstacle(/ [45]\d\d$/),
  'unknown-page': [[strangePage], [comesToAnEnd]],
} as const satisfies Partial<PerSentence<Grounds>>
