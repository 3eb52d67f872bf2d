import type { Handler } from '../instance.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { hasApiKey } from './request.ts'

/** GET /api/status: 200 when healthy; more of it with the API key. */
export const retrieveStatus: Handler = (instance, exchange) =>
  replyJson(exchange, hasApiKey(instance, exchange) ? { version: instance.version } : {})

/** GET /api/health. */
export const retrieveHealth: Handler = (_, exchange) => replyEmpty(exchange)

/** GET /api/system/version. */
export const retrieveVersion: Handler = ({ version }, exchange) => replyJson(exchange, { version })
