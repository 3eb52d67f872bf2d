import type { AppContext } from '../context.ts'
import { authorizationUrl } from './authorization-request.ts'
import type { Dependencies } from '../dependencies.ts'
import type { User } from '../settings.ts'

/** What came of asking for reauthentication before a sensitive step. */
export type Reauthentication =
  | { readonly status: 'done' }
  /** The form has to ask for the password; `problem` says what was wrong with the last one. */
  | { readonly status: 'password-required'; readonly problem: string | null }
  /** The user has to log in again at `location` (OpenID Connect Core §3.1.2.1, prompt and max_age). */
  | { readonly status: 'login-required'; readonly location: URL }
  /** This client cannot prove a login to the server. */
  | { readonly status: 'impossible' }
  | { readonly status: 'outage'; readonly problem: string }

/** How an application asks a logged-in user to authenticate again. */
export type ReauthenticationMethod = 'none' | 'password' | 'login' | 'impossible'

export const reauthenticationMethodOf = ({
  settings,
}: Pick<Dependencies, 'settings'>): ReauthenticationMethod => {
  const { login, client, defences } = settings
  if (!defences['re-authentication']) return 'none'
  if (login === 'implicit') return 'impossible'
  if (login !== 'authorization-code') return 'password'
  return client === 'mobile' ? 'impossible' : 'login'
}

/**
 * Asks for reauthentication before a sensitive step, if that is switched on: a stolen session or token
 * is not enough then (OWASP, re-authentication for sensitive features). `password` is what the form or
 * call carried; '' when it carried none.
 */
export const reauthenticate = async (
  c: AppContext,
  deps: Dependencies,
  user: User,
  password: string,
): Promise<Reauthentication> => {
  const method = reauthenticationMethodOf(deps)
  if (method === 'none') return { status: 'done' }
  if (method === 'impossible') return { status: 'impossible' }
  if (method === 'login')
    return { status: 'login-required', location: authorizationUrl(c, deps, 'order') }
  if (password === '') return { status: 'password-required', problem: null }
  const checked = await deps.gateway.checkPassword(user, password, c.env.exchange)
  if (checked.ok) return { status: 'done' }
  return checked.why === 'refused'
    ? { status: 'password-required', problem: 'The password is wrong.' }
    : { status: 'outage', problem: checked.problem }
}
