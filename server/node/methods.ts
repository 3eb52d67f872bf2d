import type { Context } from 'hono'

/** What may be done at each address. */
export const methods = {
  '/api': 'GET',
  '/api/runs': 'POST',
  '/api/runs/:id': 'GET, PUT, DELETE',
  '/api/runs/:id/trace': 'GET',
  '/api/runs/:id/live': 'GET',
  '/api/runs/:id/:command{events|fork|branch}': 'POST',
}

/** Says what may be done at an address. */
export const methodNotAllowed = (c: Context, allow: string): Response => {
  c.header('allow', allow)
  return c.json({ problem: `This address understands ${allow} only.` }, 405)
}
