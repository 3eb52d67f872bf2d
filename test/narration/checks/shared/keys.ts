import { decodeToken } from '../../../../scenarios/model/jwt.ts'
import type { Message } from '../../../../scenarios/model/trace.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'
import { earlier, json, member, path, type Scene } from '../scene.ts'

/** What a trace tells of FusionAuth's keys. */

export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export const items = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : []

export const isAnswer = ({ kind, from }: Message): boolean =>
  kind === 'response' && from === 'FusionAuth'

/** The kid of each key that FusionAuth has told of before a message, by its id. */
export const kidsBefore = (scene: Scene): ReadonlyMap<string, string> =>
  new Map(
    earlier(scene)
      .filter((message) => isAnswer(message) && path(message).startsWith('/api/key'))
      .flatMap((message) => [...items(json(message)['keys']), json(message)['key'] ?? null])
      .map((key) => [text(member(key, 'id')), text(member(key, 'kid'))]),
  )

/** The ids of the keys that were deleted, up to and including this message. */
export const deletedBefore = (scene: Scene): readonly string[] =>
  [...earlier(scene), scene.message]
    .filter(({ http }) => http?.method === 'DELETE')
    .filter((message) => path(message).startsWith('/api/key/'))
    .map((message) => path(message).slice('/api/key/'.length))

/** Whether the key that has signed a JWT was deleted before a message. */
export const isKeyGone = (scene: Scene, jwt: string): boolean => {
  const kid = decodeToken(jwt)?.header['kid']
  return deletedBefore(scene).some((id) => kidsBefore(scene).get(id) === kid)
}
