import { crossSiteProblem, jsonProblem, readJsonBody, stringMember } from '../api/json.ts'
import type { AppContext } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import type { RefreshSession } from '../session/refresh.ts'
import { requireLoginJson, requireLogin } from '../session/require-login.ts'

/** Path of the form for a post. */
export const newPostPath = '/posts/new'

/** `GET /posts/new`: the form for a post. */
export const showPostForm = (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => requireLogin(c, deps, refresh, () => deps.pages.postForm(c))

/** `POST /posts`: publishes a post of the logged-in user; 400 for an empty one. */
export const createPost = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => {
  const { pages, userContent, settings } = deps
  const form = new URLSearchParams(await c.req.text())
  if (!deps.csrf.acceptsForm(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  const text = form.get('text')?.trim() ?? ''
  if (text === '') return pages.refused(c, 400, 'The post is empty.')
  return requireLogin(c, deps, refresh, ({ user }) => {
    userContent.addPost(user, text)
    return c.redirect(settings.protectedPath, 303)
  })
}

/** `POST /api/posts`: the same for a client program. */
export const createPostJson = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => {
  if (!deps.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const text = stringMember((await readJsonBody(c)) ?? {}, 'text').trim()
  if (text === '') return jsonProblem(c, 400, 'The post is empty.')
  return requireLoginJson(c, deps, refresh, ({ user, jsonCredentials }) => {
    deps.userContent.addPost(user, text)
    return c.json({ ...jsonCredentials })
  })
}
