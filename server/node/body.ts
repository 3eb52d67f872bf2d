import type { Context } from 'hono'
import * as v from 'valibot'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { requestRefusal } from '../../scenarios/i18n/issues.ts'
import { readAtMost } from './read-at-most.ts'

/** A body that was read and has its shape, or the answer that refuses it. */
export type Body<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Response }

const decode = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))

/**
 * The bytes of a body; undefined when there are more than `most`. Of a length that was told Node reads
 * no byte more, so that body is taken whole: a stream costs as much again as the whole request.
 */
const bytesOf = async ({ req }: Context, most: number): Promise<Uint8Array | undefined> => {
  const { raw } = req
  if (req.header('content-length') !== undefined) return new Uint8Array(await raw.arrayBuffer())
  return raw.body === null ? new Uint8Array() : readAtMost(raw.body, most)
}

/** Reads a JSON body of at most `most` bytes and parses it by a schema. */
export const readBody = async <T>(
  c: Context,
  schema: v.GenericSchema<unknown, T>,
  most: number,
): Promise<Body<T>> => {
  const refuse = (status: 400 | 413 | 415, problem: string, field?: string): Body<T> => ({
    ok: false,
    refusal: c.json(field === undefined ? { problem } : { problem, field }, status),
  })
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(415, 'Send JSON: content-type: application/json.')
  const tooLarge = `The body is too large: at most ${most} bytes are read.`
  if (Number(c.req.header('content-length') ?? 0) > most) return refuse(413, tooLarge)
  let value: unknown
  try {
    const bytes = await bytesOf(c, most)
    if (bytes === undefined) return refuse(413, tooLarge)
    value = decode(bytes)
  } catch {
    return refuse(400, 'The body is not JSON in UTF-8, or did not arrive whole.')
  }
  const { success, output, issues } = v.safeParse(schema, value)
  if (success) return { ok: true, value: output }
  const { field, reason } = requestRefusal(issues)
  return refuse(400, sayEnglish(reason), field === '' ? undefined : field)
}
