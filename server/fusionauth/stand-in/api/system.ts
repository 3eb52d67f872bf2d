import type { StandInHandler } from '../instance.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { hasApiKey } from './request.ts'

/** GET /api/status: 200 when healthy; more of it with the API key. */
export const retrieveStatus: StandInHandler = (instance, exchange) =>
  replyJson(exchange, hasApiKey(instance, exchange) ? { version: instance.version } : {})

/** GET /api/health. */
export const retrieveHealth: StandInHandler = (_, exchange) => replyEmpty(exchange)

/** GET /api/system/version. */
export const retrieveVersion: StandInHandler = ({ version }, exchange) =>
  replyJson(exchange, { version })
