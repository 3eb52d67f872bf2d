/**
 * One HTTP exchange between Node's server and an application that speaks in the platform's `Request`
 * and `Response`. Bodies are read and written whole, which is what small answers cost least with.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { WholeRequest } from './whole-request.ts'

/** A request, or the answer to what was none. */
export type ReadRequest =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly refusal: Response }

/** Largest body taken, in bytes; a larger one is answered with 413. */
const maxBody = 64 * 1024

const refuse = (status: number, problem: string): ReadRequest => ({
  ok: false,
  refusal: new Response(problem, { status }),
})

/** The whole body; undefined when it is too large. Rejects when it breaks off. */
const readBody = (incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBody) chunks.push(chunk)
      else resolve(undefined)
    })
    incoming.on('end', () => resolve(Buffer.concat(chunks)))
    incoming.on('error', reject)
    incoming.on('close', () => reject(new Error('The body broke off.')))
  })

/** Every field as it came; several Cookie lines are one cookie string (RFC 9113 §8.2.3). */
const readHeaders = ({ rawHeaders }: IncomingMessage): [string, string][] => {
  const headers: [string, string][] = []
  const cookies: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    const value = rawHeaders[index + 1] ?? ''
    if (name.toLowerCase() === 'cookie') cookies.push(value)
    else headers.push([name, value])
  }
  if (cookies.length > 0) headers.push(['cookie', cookies.join('; ')])
  return headers
}

const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** The address asked for (RFC 9112 §3.2); throws when target or Host make none. */
const readUrl = (
  { url: target = '' }: IncomingMessage,
  headers: readonly (readonly [string, string])[],
): string => {
  if (!target.startsWith('/')) return new URL(target).href
  const hosts = headers.filter(([name]) => name.toLowerCase() === 'host')
  const host = hosts.length === 1 ? (hosts[0]?.[1] ?? '') : ''
  if (!hostPattern.test(host)) throw new Error('The Host header names no host.')
  return `http://${host}${target}`
}

/** Reads a request whole. Refused are 413 a body too large, 400 whatever is not valid HTTP. */
export const readRequest = async (incoming: IncomingMessage): Promise<ReadRequest> => {
  const { method = 'GET' } = incoming
  const bodiless = method === 'GET' || method === 'HEAD'
  try {
    const headers = readHeaders(incoming)
    const url = readUrl(incoming, headers)
    if (bodiless) return { ok: true, request: new Request(url, { method, headers }) }
    const body = await readBody(incoming)
    if (body === undefined) return refuse(413, 'The body is too large.')
    return { ok: true, request: new WholeRequest(url, { method, headers }, body) }
  } catch {
    return refuse(400, 'The request is not valid HTTP.')
  }
}

/** Writes an answer whole, each Set-Cookie on a line of its own. */
export const writeResponse = async (
  response: Response,
  outgoing: ServerResponse,
): Promise<void> => {
  const body = response.body === null ? undefined : Buffer.from(await response.arrayBuffer())
  const fields = [...response.headers].flat()
  const whole = body !== undefined && !response.headers.has('content-length')
  outgoing.writeHead(
    response.status,
    whole ? [...fields, 'content-length', String(body.length)] : fields,
  )
  // As text of one-byte characters it leaves in one piece with the head, which Node does for text only.
  outgoing.end(body?.toString('latin1'), 'latin1')
}
