import type { AppContext } from './cookies.ts'
import { authorizationRequest } from './doors.ts'
import type { House } from './house.ts'
import type { User } from './settings.ts'

/** What a sensitive step still needs of the user. */
export type Proof =
  | { readonly is: 'enough' }
  /** The password, in the application's own form; `problem` says what was wrong with the last one. */
  | { readonly is: 'password'; readonly problem: string | null }
  /** A fresh login on FusionAuth's page (OpenID Connect Core §3.1.2.1, prompt and max_age). */
  | { readonly is: 'login'; readonly at: URL }
  /** This client has no way to prove it to the server. */
  | { readonly is: 'impossible' }
  | { readonly is: 'outage'; readonly problem: string }

/** How a user can prove to the application's server, this very moment, who they are. */
export type ProofKind = 'none' | 'password' | 'login' | 'impossible'

export const proofKindOf = ({ settings }: Pick<House, 'settings'>): ProofKind => {
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
export const prove = async (
  c: AppContext,
  house: House,
  user: User,
  password: string,
): Promise<Proof> => {
  const kind = proofKindOf(house)
  if (kind === 'none') return { is: 'enough' }
  if (kind === 'impossible') return { is: 'impossible' }
  if (kind === 'login') return { is: 'login', at: authorizationRequest(c, house, 'order') }
  if (password === '') return { is: 'password', problem: null }
  const checked = await house.gateway.checkPassword(user, password, c.env.exchange)
  if (checked.ok) return { is: 'enough' }
  return checked.why === 'refused'
    ? { is: 'password', problem: 'The password is wrong.' }
    : { is: 'outage', problem: checked.problem }
}
