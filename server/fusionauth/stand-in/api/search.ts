/** Searches in FusionAuth's database: by members of an object, in an order, page by page. */
import type { Json } from '../../../../scenarios/model/wire.ts'
import type { StandInContext } from '../instance.ts'
import type { Given } from '../memory/records.ts'
import { replyJson } from '../reply.ts'
import { group, text, whole } from '../shape.ts'
import { invalid, unusable } from './refusals.ts'
import { member, readAs, readBody } from './request.ts'

/** By what a kind of object can be looked for. */
export interface SearchFields {
  /** Members in which a text may stand anywhere, and `*` stands for any text; case does not matter. */
  readonly texts: readonly string[]
  /** Members that have to be what is asked for. */
  readonly exact: readonly string[]
}

/** An object that may be found: as it is shown, and by what it is looked for. */
export type Candidate = readonly [shown: Given, by: Given]

/** Whether a value is as a text with `*` says; without any it may stand anywhere (FusionAuth API: Themes). */
export const isLike = (value: string, asked: string): boolean => {
  const wanted = (asked.includes('*') ? asked : `*${asked}*`).toLowerCase().split('*')
  const [first = '', ...others] = wanted
  const last = others.pop() ?? ''
  const lower = value.toLowerCase()
  if (!lower.startsWith(first)) return false
  const reached = others.reduce((at, part) => {
    const found = at < 0 ? -1 : lower.indexOf(part, at)
    return found < 0 ? -1 : found + part.length
  }, first.length)
  return reached >= 0 && lower.length - last.length >= reached && lower.endsWith(last)
}

/** The criteria as they came: in the body of a POST, in the query of a GET. */
export const criteriaOf = async (exchange: StandInContext): Promise<Json> => {
  const { req } = exchange
  if (req.method === 'POST') return member(await readBody(exchange), 'search') ?? {}
  const ids = req.queries('ids')?.flatMap((one) => one.split(','))
  return { ...req.query(), ...(ids === undefined ? {} : { ids }) }
}

/** Of what can be put in an order: text without its case, numbers, and nothing for all else. */
const orderOf = (value: Json | undefined): string | number | undefined => {
  if (typeof value === 'string') return value.toLowerCase()
  return typeof value === 'number' ? value : undefined
}

/** Nothing is smaller than anything else (FusionAuth API: Keys). */
const compare = (left: Json | undefined, right: Json | undefined): number => {
  const [a, b] = [orderOf(left), orderOf(right)]
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1
  return a < b ? -1 : 1
}

/**
 * Answers a search: what was found in the asked-for order, 25 at a time when nothing is said, and how
 * many there are in all. Every kind can be ordered by `id`, `insertInstant`, `name` and what it can be
 * looked for by (where FusionAuth lists less, inferred, asked: "order of a search"); by `name` when
 * nothing is said.
 */
export const replyFound = (
  exchange: StandInContext,
  members: string,
  candidates: readonly Candidate[],
  given: Json,
  { texts, exact }: SearchFields,
): Response => {
  const asked = [...texts, ...exact]
  const shape = Object.fromEntries(asked.map((name) => [name, text(undefined)]))
  const read = group({
    numberOfResults: whole(25, 1, 10_000),
    orderBy: text('name ASC'),
    startRow: whole(0),
  })
  const { numberOfResults, orderBy, startRow } = readAs(read, given, 'search')
  const wanted = readAs(group(shape), given, 'search')
  const [, by = '', direction = 'ASC'] = /^(\w+)(?: +(ASC|DESC))?$/i.exec(orderBy) ?? []
  if (!['id', 'insertInstant', 'name', ...asked].includes(by))
    throw invalid(unusable('search.orderBy', 'It has to be a field, and ASC or DESC after it.'))
  const sign = direction.toUpperCase() === 'ASC' ? 1 : -1
  const matches = (name: string, value: Json | undefined): boolean => {
    const criterion = wanted[name]
    if (criterion === undefined) return true
    if (texts.includes(name)) return typeof value === 'string' && isLike(value, criterion)
    return [value]
      .flat()
      .some((one) => typeof one === 'string' && one.toLowerCase() === criterion.toLowerCase())
  }
  const found = candidates
    .filter(([, fields]) => asked.every((name) => matches(name, fields[name])))
    .toSorted(([, left], [, right]) => sign * compare(left[by], right[by]))
    .map(([shown]) => shown)
  return replyJson(exchange, {
    [members]: found.slice(startRow, startRow + numberOfResults),
    total: found.length,
  })
}
