import { decodeToken, tokenPattern } from '../../model/jwt.ts'
import { jsonObject, memberOf } from '../../model/json.ts'
import type { Message } from '../../model/trace.ts'
import type { Json } from '../../model/wire.ts'
import type { Messages } from './messages.ts'

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** The name that FusionAuth has told of a key, in the answers of its Key API. */
const kidOf = (id: string, messages: readonly Message[]): Json | undefined =>
  messages
    .filter(({ from, http }) => from === 'FusionAuth' && /\/api\/key\b/.test(http?.url ?? ''))
    .flatMap(({ http }) => {
      const body = jsonObject(http?.body ?? '')
      return [...listOf(body?.['keys']), body?.['key'] ?? null]
    })
    .filter((key) => memberOf(key, 'id') === id)
    .map((key) => memberOf(key, 'kid'))[0]

/** Whether a key is to be deleted of which there are JWTs that have not run out. */
export const deletesKeyInUse = (message: Message, { messages }: Messages): boolean => {
  const id = /\/api\/key\/([^/?]+)$/.exec(message.http?.url ?? '')?.[1]
  if (id === undefined || message.http?.method !== 'DELETE') return false
  const before = messages.filter(({ n }) => n < message.n)
  const kid = kidOf(id, before)
  return before
    .flatMap(({ http }) => [...JSON.stringify(http).matchAll(tokenPattern)])
    .map(([text]) => decodeToken(text))
    .some(
      (token) =>
        kid !== undefined &&
        token?.header['kid'] === kid &&
        Number(token.claims['exp']) * 1_000 > Date.parse(message.at),
    )
}
