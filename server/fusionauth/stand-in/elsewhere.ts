import { notCopied, notCopiedSentence } from './api/refusals.ts'
import type { Instance, StandInMiddleware } from './instance.ts'
import { keep } from './kept/keep.ts'
import { findKeptLocation } from './kept/places.ts'
import { removeFromKept } from './kept/removals.ts'
import { findKeptSearch, searchKept } from './kept/searches.ts'
import { notCopiedHere } from './not-copied.ts'
import { asksForPage, replyMissing } from './other-pages.ts'

/**
 * Answers for what is only kept, and for what FusionAuth has and the stand-in has not, before a path
 * such as `/api/user/import` could be taken for a user of that id.
 */
export const elsewhere =
  (instance: Instance): StandInMiddleware =>
  async (exchange, next) => {
    const { path } = exchange.req
    const beginning = notCopiedHere(path)
    if (beginning !== undefined) {
      const sentence = notCopiedSentence(beginning)
      instance.lacks(exchange.req.method, path, sentence)
      if (asksForPage(exchange)) return replyMissing(exchange, sentence)
      throw notCopied(beginning)
    }
    const search = findKeptSearch(path)
    if (search !== undefined) return searchKept(instance, exchange, search)
    const isRemoval = exchange.req.method === 'DELETE'
    const removed = isRemoval ? await removeFromKept(instance, exchange) : undefined
    if (removed !== undefined) return removed
    const place = findKeptLocation(path)
    return place === undefined ? next() : keep(instance, exchange, place)
  }
