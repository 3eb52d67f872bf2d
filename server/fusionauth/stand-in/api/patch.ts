import type { Json } from '../../../../scenarios/model/wire.ts'
import type { StandInContext } from '../instance.ts'
import { merge } from '../shape.ts'
import { jsonPatch, mergePatch, PatchFailed } from './json-patch.ts'
import { patchRefused } from './refusals.ts'
import { member, readBody, readJson } from './request.ts'

const plain = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

/**
 * What becomes of `before` when the request's patch is applied. The body wraps it in `name`, and its
 * content type says how it is meant: `application/json` merges, null removes and arrays are appended (a
 * limitation that FusionAuth documents); `application/merge-patch+json` is RFC 7396, and
 * `application/json-patch+json` is RFC 6902, whose paths begin with `/name` as the bodies are wrapped
 * in it (inferred, asked: "paths of a JSON Patch").
 */
export const readPatched = async (
  exchange: StandInContext,
  name: string,
  before: object,
): Promise<Json> => {
  const type = (exchange.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json-patch+json') {
    const patch = member(await readBody(exchange), name) ?? {}
    return (type === 'application/merge-patch+json' ? mergePatch : merge)(plain(before), patch)
  }
  const operations = await readJson(exchange)
  try {
    const patched = jsonPatch({ [name]: plain(before) }, operations)
    return (patched as { readonly [name: string]: Json })[name] ?? {}
  } catch (failure) {
    if (failure instanceof PatchFailed) throw patchRefused(failure.message)
    throw failure
  }
}
