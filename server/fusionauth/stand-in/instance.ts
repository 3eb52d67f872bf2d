import type { Context, MiddlewareHandler } from 'hono'
import type { Clock, Random } from '../../../scenarios/engine/ports.ts'
import type { Bindings } from '../../transport/bridge.ts'
import type { TellLacking } from './lacking.ts'
import type { Memory } from './memory/memory.ts'
import type { StandInRules } from './rules.ts'
import type { Signer } from './tokens/signer.ts'

/** One running FusionAuth: its ports, its memory and what it was started with. */
export interface Instance {
  /** Scheme and authority, without a trailing slash. */
  readonly origin: string
  readonly clock: Clock
  readonly random: Random
  readonly memory: Memory
  readonly signer: Signer
  readonly apiKey: string
  readonly version: string
  /** Whether the box "Keep me signed in" is ticked when the login form is first shown. */
  readonly keepSignedIn: boolean
  /** Whether rules hold that FusionAuth does not have; see `StandInOptions`. */
  readonly hardened: boolean
  /** SameSite of the cookies with tokens that the JSON APIs set. */
  readonly tokenCookieSameSite: 'Lax' | 'None'
  readonly rules: StandInRules
  /** Takes note of a request for what is not there. */
  readonly lacks: TellLacking
}

/** What is found in `c.env`: the exchange, and the FusionAuth that is asked. */
export type StandInEnv = { Bindings: Bindings & { readonly instance: Instance } }

/** The request being answered. */
export type StandInContext = Context<StandInEnv>

export type StandInMiddleware = MiddlewareHandler<StandInEnv>

/** Answers one route. */
export type StandInHandler = (
  instance: Instance,
  exchange: StandInContext,
) => Response | Promise<Response>

/** An address of the stand-in, as Hono writes paths, and who answers there. */
export type Route = readonly [method: string, path: string, handler: StandInHandler]
