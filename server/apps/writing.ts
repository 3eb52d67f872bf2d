import { crossSiteProblem, jsonProblem } from './answers.ts'
import type { AppContext } from './cookies.ts'
import type { House } from './house.ts'
import type { Renewal } from './renewal.ts'
import { readJsonBody, stringMember } from './requests.ts'
import { answerBehindLogin, pageBehindLogin } from './served.ts'

/** Where a user of Forums writes a post. */
export const newPostPath = '/posts/new'

/** `GET /posts/new`: the form for a post. */
export const showPostForm = (c: AppContext, house: House, renew: Renewal): Promise<Response> =>
  pageBehindLogin(c, house, renew, () => house.pages.postForm(c))

/** `POST /posts`: puts up what the user wrote; whoever reads Forums gets to see it. */
export const createPost = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  const { pages, ledger, settings } = house
  const form = new URLSearchParams(await c.req.text())
  if (!house.csrf.acceptsForm(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  const text = form.get('text')?.trim() ?? ''
  if (text === '') return pages.refused(c, 400, 'The post is empty.')
  return pageBehindLogin(c, house, renew, ({ user }) => {
    ledger.addPost(user, text)
    return c.redirect(settings.protectedPath, 303)
  })
}

/** `POST /api/posts`: the same for a client program. */
export const createPostJson = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  if (!house.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const text = stringMember((await readJsonBody(c)) ?? {}, 'text').trim()
  if (text === '') return jsonProblem(c, 400, 'The post is empty.')
  return answerBehindLogin(c, house, renew, ({ user, carried }) => {
    house.ledger.addPost(user, text)
    return c.json({ ...carried })
  })
}
