import type { HttpPart, Message } from '../../../../scenarios/model/trace.ts'

export const evil = 'changed-by-the-mutator-0123456789'
export const anHour = 3_600_000

export type Edit = readonly [what: string, message: Message]

export const withHttp = (message: Message, part: Partial<HttpPart>): Message =>
  message.http === null ? message : { ...message, http: { ...message.http, ...part } }
