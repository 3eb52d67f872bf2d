import { workflowLink } from '../../router/links.ts'
import type { Flow, MeasuredClient } from './sent.ts'

/** A message of a workflow, at which something is seen that clients do. */
export interface Place {
  readonly workflow: string
  readonly step: string
}

/** What a link of a row leads to. */
export type PlaceName = 'authorize' | 'token' | 'cookies' | 'password'

const confidential = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const publicClient = 'mobile/oauth-authorization-code-grant-pkce-jwts-refresh-tokens'
const backend = 'spa/oauth-authorization-code-grant-backend-for-frontend'
const password =
  'webapp/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies'

const tokenOf = (workflow: string): Place => ({ workflow, step: 'login.token-request' })

const loginOf = (workflow: string) => ({
  authorize: { workflow, step: 'login.authorize-request' },
  token: tokenOf(workflow),
})

const flows: Readonly<Record<Flow, Readonly<Partial<Record<PlaceName, Place>>>>> = {
  confidential: loginOf(confidential),
  public: loginOf(publicClient),
  backend: loginOf(backend),
  password: { password: tokenOf(password) },
  token: { token: tokenOf(confidential) },
}

const cookiesSet: Place = { workflow: confidential, step: 'create-session.callback-response' }

/** Where what a client sends can be watched. */
export const placesOf = ({
  flow,
  cookies,
}: MeasuredClient): Readonly<Partial<Record<PlaceName, Place>>> => ({
  ...flows[flow],
  ...(cookies.length === 0 ? {} : { cookies: cookiesSet }),
})

/** Where FusionAuth answers with `iss`. */
export const issuerPlace: Place = { workflow: confidential, step: 'login.callback-request' }

/** The address of a message; languages and colours of the page stay. */
export const placeLink = ({ workflow, step }: Place): string =>
  `${workflowLink(workflow, location.search)}#step=${encodeURIComponent(step)}`
