import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { acceptedCodings, packedTag } from './negotiation.ts'

const pack = promisify(gzip)

/** Below this size packing saves nothing, in bytes. */
const leastPacked = 1024

/** Up to this size packing takes less time, about 0.1 ms, than to have another thread do it. */
const mostAtOnce = 64 * 1024

/** The quickest: of a tour it makes 51 kB for 1 ms, the usual one 48 kB for 3. */
const options = { level: 1 }

/** Whatever is answered may be packed, for whoever takes it: a cache has to know. */
export const variesByCoding: MiddlewareHandler = (c, next) => {
  c.header('vary', 'accept-encoding')
  return next()
}

interface Packable {
  readonly status?: ContentfulStatusCode
  /** The entity tag of the JSON as it is; the packed one has another. */
  readonly etag?: string | null
}

/**
 * Answers with JSON, packed with gzip where a client takes it. A large answer is packed in a thread of
 * its own: a stream of the platform's (`CompressionStream`, as in `hono/compress`) costs more than
 * twice the processor time, and to take the JSON out of an answer again as much. A secret beside text
 * of an attacker's can be guessed from the size of an answer (BREACH) by whoever makes somebody's
 * browser ask for it; here nothing but the id of a run leads to what it holds, and no page knows that
 * of another's.
 */
export const packedJson = async (
  c: Context,
  value: unknown,
  { status = 200, etag = null }: Packable = {},
): Promise<Response> => {
  const bytes = Buffer.from(JSON.stringify(value))
  c.header('content-type', 'application/json')
  const takesIt = acceptedCodings(c.req.header('accept-encoding')).has('gzip')
  if (bytes.length < leastPacked || !takesIt) return c.body(bytes, status)
  c.header('content-encoding', 'gzip')
  if (etag !== null) c.header('etag', packedTag(etag, 'gzip'))
  const packed = bytes.length > mostAtOnce ? await pack(bytes, options) : gzipSync(bytes, options)
  return c.body(packed, status)
}
