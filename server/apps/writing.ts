import { foreign, outage, refuseByApi, refused } from './answers.ts'
import type { AppContext } from './cookies.ts'
import type { House } from './house.ts'
import type { Renewal } from './renewal.ts'
import { bodyOf, textIn } from './requests.ts'
import { serve } from './service.ts'

/** Where a user of Forums writes a post. */
export const writingPath = '/posts/new'

/** `GET /posts/new`: the form for a post. */
export const showWriting = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  const service = await serve(c, house, renew)
  if (service.is === 'outage') return house.pages.outage(c, service.problem)
  return service.is === 'refused' ? c.redirect('/login') : house.pages.writing(c)
}

/** `POST /posts`: puts up what the user wrote; whoever reads Forums gets to see it. */
export const putUp = async (c: AppContext, house: House, renew: Renewal): Promise<Response> => {
  const { pages, ledger, settings } = house
  const form = new URLSearchParams(await c.req.text())
  if (!house.csrf.accepts(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  const text = form.get('text')?.trim() ?? ''
  if (text === '') return pages.refused(c, 400, 'The post is empty.')
  const service = await serve(c, house, renew)
  if (service.is === 'outage') return pages.outage(c, service.problem)
  if (service.is === 'refused') return c.redirect('/login', 303)
  ledger.post(service.user, text)
  return c.redirect(settings.protectedPath, 303)
}

/** `POST /api/posts`: the same for a client program. */
export const putUpByCall = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  if (!house.csrf.acceptsCall(c)) return refused(c, 403, foreign)
  const text = textIn((await bodyOf(c)) ?? {}, 'text').trim()
  if (text === '') return refused(c, 400, 'The post is empty.')
  const service = await serve(c, house, renew)
  if (service.is === 'outage') return outage(c, service.problem)
  if (service.is === 'refused') return refuseByApi(c)
  house.ledger.post(service.user, text)
  return c.json({ ...service.carried })
}
