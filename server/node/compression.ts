import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { acceptedCodings, packedTag } from './negotiation.ts'

const pack = promisify(gzip)

/** Below this size packing saves nothing, in bytes. */
const leastPacked = 1024

/** Up to this size packing takes less time, about 0.1 ms, than to have another thread do it. */
const mostAtOnce = 64 * 1024

/** The quickest: of a tour it makes 51 kB for 1 ms, the usual one 48 kB for 3. */
const options = { level: 1 }

/**
 * Packs JSON with gzip where a client takes it; streams stay as they are. A large answer is packed
 * in a thread of its own: a stream of the platform's (`CompressionStream`, as in
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
  const packed =
    bytes.byteLength > mostAtOnce ? await pack(bytes, options) : gzipSync(bytes, options)
  c.res = new Response(packed, res)
  c.header('content-encoding', 'gzip')
  const etag = res.headers.get('etag')
  if (etag !== null) c.header('etag', packedTag(etag, 'gzip'))
}
