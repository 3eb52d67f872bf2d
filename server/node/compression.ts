import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { acceptedCodings, packedTag } from './negotiation.ts'

const pack = promisify(gzip)

/** Below this size packing saves nothing, in bytes. */
const leastPacked = 1024

/**
 * Packs JSON with gzip where a client takes it; streams stay as they are. The bytes are packed at
 * once and in a thread of their own: a stream of the platform's (`CompressionStream`, as in
 * `hono/compress`) costs more than twice the processor time. A secret beside text of an attacker's
 * can be guessed from the size of an answer (BREACH) by whoever makes somebody's browser ask for it;
 * here nothing but the id of a run leads to what it holds, and no page knows that of another's.
 */
export const compression: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('vary', 'accept-encoding', { append: true })
  const { res } = c
  const isJson = /^application\/json\b/.test(res.headers.get('content-type') ?? '')
  if (!isJson || res.body === null || res.headers.has('content-encoding')) return
  if (!acceptedCodings(c.req.header('accept-encoding')).has('gzip')) return
  const bytes = await res.arrayBuffer()
  if (bytes.byteLength < leastPacked) {
    c.res = new Response(bytes, res)
    return
  }
  c.res = new Response(await pack(bytes), res)
  c.header('content-encoding', 'gzip')
  const etag = res.headers.get('etag')
  if (etag !== null) c.header('etag', packedTag(etag, 'gzip'))
}
