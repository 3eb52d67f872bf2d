import type { Context } from 'hono'
import type { Bindings } from '../transport/bridge.ts'

/** Hono's context of one request to an application, with what the transport binds to it. */
export type AppContext = Context<{ Bindings: Bindings }>
