import type { AppContext } from '../cookies.ts'
import { authorizationUrl } from './callback.ts'
import type { Dependencies } from '../context.ts'
import type { User } from '../settings.ts'

/** What a sensitive step still needs of the user. */
export type Reauthentication =
  | { readonly status: 'done' }
  /** The password, in the application's own form; `problem` says what was wrong with the last one. */
  | { readonly status: 'password-required'; readonly problem: string | null }
  /** A fresh login on FusionAuth's page (OpenID Connect Core §3.1.2.1, prompt and max_age). */
  | { readonly status: 'login-required'; readonly location: URL }
  /** This client has no way to prove it to the server. */
  | { readonly status: 'impossible' }
  | { readonly status: 'outage'; readonly problem: string }

/** How a user can prove to the application's server, this very moment, who they are. */
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
 * Whether the user proved anew who they are, where a sensitive step asks for it: a session or a token
 * that somebody got hold of is not enough then (OWASP, re-authentication for sensitive features).
 */
export const reauthenticate = async (
  c: AppContext,
  deps: Dependencies,
  user: User,
  password: string,
): Promise<Reauthentication> => {
  const kind = reauthenticationMethodOf(deps)
  if (kind === 'none') return { status: 'done' }
  if (kind === 'impossible') return { status: 'impossible' }
  if (kind === 'login')
    return { status: 'login-required', location: authorizationUrl(c, deps, 'order') }
  if (password === '') return { status: 'password-required', problem: null }
  const checked = await deps.gateway.checkPassword(user, password, c.env.exchange)
  if (checked.ok) return { status: 'done' }
  return checked.why === 'refused'
    ? { status: 'password-required', problem: 'The password is wrong.' }
    : { status: 'outage', problem: checked.problem }
}
