import { decodeToken } from '../../../scenarios/model/jwt.ts'
import type { rotation as stories } from '../../../scenarios/narration/english-rotation.ts'
import type { PerSentence } from '../../../scenarios/narration/story.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import { deletedBefore, isAnswer, items, kidsBefore, text } from './shared/keys.ts'
import { hasStatus, isGet } from './shared/logins.ts'
import {
  body,
  carried,
  causeOf,
  check,
  claims,
  earlier,
  field,
  type Grounds,
  json,
  keyIn,
  later,
  member,
  path,
  requestOf,
  type Scene,
  status,
} from './scene.ts'

/** What the tenant is told of its keys, or says. */
const settingsOf = (message: Message): Json | undefined =>
  member(json(message)['tenant'], 'jwtConfiguration')

const listed = (message: Message): readonly Json[] =>
  items(member(settingsOf(message), 'accessTokenVerificationKeyIds'))

/** The id of the key that was generated last. */
const newest = (scene: Scene): string => {
  const made = earlier(scene).findLast(
    (message) => isAnswer(message) && path(message) === '/api/key/generate',
  )
  return made === undefined ? '' : text(member(json(made)['key'], 'id'))
}

const withApiKey = check(
  'the request has an API key',
  ({ message }) => message.to === 'FusionAuth' && field(message, 'authorization') !== '',
)

const eachHasKid = check('every key of the answer has a kid', ({ message }) => {
  const keys = items(json(message)['keys'])
  return keys.length > 0 && keys.every((key) => text(member(key, 'kid')) !== '')
})

const signedByOneOfThem = check('each JWT of before names one of them', (scene) => {
  const kids = items(json(scene.message)['keys']).map((key) => member(key, 'kid'))
  const jwts = earlier(scene)
    .map((message) => keyIn(message, 'jwt'))
    .filter((jwt) => jwt.startsWith('eyJ'))
  const before = deletedBefore(scene)
  return (
    before.length > 0 || jwts.every((jwt) => kids.includes(decodeToken(jwt)?.header['kid'] ?? ''))
  )
})

const noPrivateHalf = check(
  'there is a public key in it, and no private one',
  ({ message }) =>
    body(message).includes('PUBLIC KEY') && !/PRIVATE|"privateKey"/.test(body(message)),
)

const noMaterial = check('the request describes a key, and holds none', ({ message }) => {
  const key = json(message)['key']
  return (
    path(message) === '/api/key/generate' &&
    text(member(key, 'algorithm')) !== '' &&
    !/BEGIN|"(?:private|public)Key"|"secret"/.test(body(message))
  )
})

const newKid = check('no key of before has the kid', (scene) => {
  const kid = text(member(json(scene.message)['key'], 'kid'))
  return kid !== '' && ![...kidsBefore(scene).values()].includes(kid)
})

const samePublicHalf = check('the public key is one that was there before', (scene) => {
  const pem = text(member(json(scene.message)['key'], 'publicKey'))
  return (
    pem !== '' &&
    earlier(scene).some(
      (message) =>
        path(message) === '/api/key' &&
        items(json(message)['keys']).some((key) => member(key, 'publicKey') === pem),
    )
  )
})

const namesNewest = check('both kinds of token are to be signed with the newest key', (scene) => {
  const settings = settingsOf(scene.message)
  return (
    newest(scene) !== '' &&
    ['accessTokenKeyId', 'idTokenKeyId'].every((name) => member(settings, name) === newest(scene))
  )
})

const listsOld = check('a key that was there before is listed for both', (scene) => {
  const settings = settingsOf(scene.message)
  const ids = listed(scene.message)
  return (
    ids.length > 0 &&
    ids.every((id) => id !== newest(scene) && kidsBefore(scene).has(text(id))) &&
    JSON.stringify(member(settings, 'idTokenVerificationKeyIds')) === JSON.stringify(ids)
  )
})

const takesListAway = check('both lists are null', ({ message }) => {
  const settings = settingsOf(message)
  return ['accessTokenVerificationKeyIds', 'idTokenVerificationKeyIds'].every(
    (name) => member(settings, name) === null,
  )
})

const acceptsAll = check('the key of each JWT of before signs, or is listed', (scene) => {
  const kids = kidsBefore(scene)
  const accepted = [newest(scene), ...listed(scene.message)].map((id) => kids.get(text(id)))
  const gone = deletedBefore(scene).map((id) => kids.get(id))
  return earlier(scene)
    .map((message) => decodeToken(keyIn(message, 'jwt'))?.header['kid'])
    .every((kid) => typeof kid !== 'string' || gone.includes(kid) || accepted.includes(kid))
})

const livesAtMost = check('the tenant says how long a JWT lives', ({ message }) => {
  const seconds = member(settingsOf(message), 'timeToLiveInSeconds')
  return typeof seconds === 'number' && seconds > 0
})

const listsNone = check('the list is empty', ({ message }) => {
  const settings = settingsOf(message)
  return (
    Array.isArray(member(settings, 'accessTokenVerificationKeyIds')) && listed(message).length === 0
  )
})

const deletesOld = check('a key is deleted that was there before, and not the newest', (scene) => {
  const id = path(scene.message).slice('/api/key/'.length)
  return (
    scene.message.http?.method === 'DELETE' && kidsBefore(scene).has(id) && id !== newest(scene)
  )
})

/** Whether a JWT of the key that is to be deleted has not run out. */
const isSigned = (scene: Scene): boolean => {
  const kid = kidsBefore(scene).get(path(scene.message).slice('/api/key/'.length))
  return earlier(scene)
    .flatMap((message) => carried(message).match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? [])
    .some((jwt) => {
      const exp = claims(jwt)['exp']
      const isAlive = typeof exp === 'number' && exp * 1_000 > Date.parse(scene.message.at)
      return isAlive && decodeToken(jwt)?.header['kid'] === kid
    })
}

const stillSigned = check('a JWT that names it has not run out', isSigned)
const signedNoMore = check(
  'FusionAuth has told its kid, and every JWT that names it has run out',
  (scene) =>
    kidsBefore(scene).has(path(scene.message).slice('/api/key/'.length)) && !isSigned(scene),
)

const signsNoMore = check('the tenant was told to sign with the newest key', (scene) => {
  const told = earlier(scene).findLast((message) => settingsOf(message) !== undefined)
  return (
    told !== undefined &&
    member(settingsOf(told), 'accessTokenKeyId') === newest(scene) &&
    kidsBefore(scene).has(path(scene.message).slice('/api/key/'.length))
  )
})

const publishedNoMore = check('no answer afterwards publishes it', (scene) => {
  const kid = kidsBefore(scene).get(path(scene.message).slice('/api/key/'.length)) ?? ''
  return (
    requestOf(scene)?.http?.method === 'DELETE' &&
    kid !== '' &&
    later(scene).every(
      (message) => !path(message).endsWith('jwks.json') || !body(message).includes(kid),
    )
  )
})

/** Content behind a login, and no page whose script has yet to fetch it. */
const isContent = (message: Message): boolean =>
  /^\/(?:shopping-cart|posts|api\/load-[a-z-]+)$/.test(path(message)) &&
  status(message) === 200 &&
  !body(message).includes('data-program=')

const fetchesAnew = check(
  'an application does it by itself, and has got keys anew before it shows anybody what is behind the login',
  (scene) => {
    const { from: app, kind } = scene.message
    const next = later(scene)
    const shown = next.find((other) => other.from === app && isContent(other))
    return (
      kind === 'self' &&
      ['Store', 'Forums'].includes(app) &&
      (shown === undefined ||
        next.some(
          (other) => other.n < shown.n && other.to === app && path(other).endsWith('jwks.json'),
        ))
    )
  },
)

const hadDeleted = check('the keys that it had fetched last hold one that is deleted', (scene) => {
  const had = earlier(scene).findLast(
    (message) => message.to === scene.message.from && path(message).endsWith('jwks.json'),
  )
  const gone = deletedBefore(scene).map((id) => kidsBefore(scene).get(id) ?? '-')
  return had !== undefined && gone.some((kid) => body(had).includes(`"${kid}"`))
})

const keysArePublic = check(
  'no private part of a key is there',
  ({ message }) => body(message).includes('"n"') && !/"(?:d|p|q|dp|dq|qi|k)":/.test(body(message)),
)

const noneFits = check(
  'the kid of the JWT that came is that of a deleted key, and not among them',
  (scene) => {
    const cause = causeOf(scene)
    const kid = cause === undefined ? '' : decodeToken(keyIn(cause, 'jwt'))?.header['kid']
    const gone = deletedBefore(scene).map((id) => kidsBefore(scene).get(id))
    return (
      typeof kid === 'string' &&
      gone.includes(kid) &&
      items(json(scene.message)['keys']).every((key) => member(key, 'kid') !== kid)
    )
  },
)

export const rotation = {
  'keys-request': [[isGet('/api/key'), withApiKey]],
  'keys-response/200': [[eachHasKid, signedByOneOfThem], [noPrivateHalf]],
  'generate-key-request': [[noMaterial]],
  'generate-key-response/200': [[newKid], [samePublicHalf]],
  'signing-key-request/kept': [[namesNewest], [listsOld]],
  'signing-key-request': [[namesNewest], [takesListAway]],
  'signing-key-response/200/kept': [[namesNewest, listsOld, acceptsAll], [livesAtMost]],
  'signing-key-response/200': [[namesNewest, listsNone]],
  'delete-key-request/signed-jwts': [[deletesOld, stillSigned], [signsNoMore]],
  'delete-key-request': [[deletesOld, signedNoMore], [signsNoMore]],
  'delete-key-response/200': [[hasStatus(200), publishedNoMore]],
  'forget-keys': [[fetchesAnew], [hadDeleted]],
  'jwks-response/200/none-fits': [[keysArePublic], [noneFits]],
} as const satisfies Pick<PerSentence<Grounds>, keyof typeof stories>
