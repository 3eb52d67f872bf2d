import type { Json } from '../../../scenarios/vocabulary.ts'
import type { AppContext } from '../cookies.ts'

/**
 * Members of a request's body in JSON; null when it is something else. The type must say so: a form
 * of another site cannot, and its script would have to ask first (Fetch standard, CORS-safelisted
 * request-header).
 */
export const readJsonBody = async (
  c: AppContext,
): Promise<Readonly<Record<string, Json>> | null> => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) return null
  try {
    const body = JSON.parse(await c.req.text()) as Json
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Readonly<Record<string, Json>>)
      : null
  } catch {
    return null
  }
}

/** A member that is text; '' for any other. */
export const stringMember = (body: Readonly<Record<string, Json>>, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
