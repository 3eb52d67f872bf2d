import { jsonOutage, jsonUnauthorized } from './answers.ts'
import type { AppContext } from './cookies.ts'
import type { House } from './house.ts'
import type { Renewal } from './renewal.ts'
import { serve, type Service } from './service.ts'

type Served = Extract<Service, { is: 'served' }>

type Tell = (service: Served) => Response | Promise<Response>

/** A page behind the login: for the user who is let in; others go to the login, after a form by GET. */
export const pageBehindLogin = async (
  c: AppContext,
  house: House,
  renew: Renewal,
  tell: Tell,
): Promise<Response> => {
  const service = await serve(c, house, renew)
  if (service.is === 'outage') return house.pages.outage(c, service.problem)
  if (service.is === 'refused') return c.redirect('/login', c.req.method === 'GET' ? 302 : 303)
  return tell(service)
}

/** The same for a client program: 401 where a page would send to the login. */
export const answerBehindLogin = async (
  c: AppContext,
  house: House,
  renew: Renewal,
  tell: Tell,
): Promise<Response> => {
  const service = await serve(c, house, renew)
  if (service.is === 'outage') return jsonOutage(c, service.problem)
  if (service.is === 'refused') return jsonUnauthorized(c)
  return tell(service)
}
