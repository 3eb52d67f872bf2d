/** A judgement of HAR 1.2, written from its specification: every field, required or not, and no other. */

type Judge = (value: unknown, path: string) => readonly string[]

const kind = (value: unknown): string =>
  Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value

const is =
  (wanted: string): Judge =>
  (value, path) =>
    kind(value) === wanted ? [] : [`${path} must be a ${wanted}, and is a ${kind(value)}`]

const text = is('string')
const flag = is('boolean')

const size: Judge = (value, path) =>
  Number.isInteger(value) && (value as number) >= -1
    ? []
    : [`${path} must be a whole number from -1 on`]

const span: Judge = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= -1
    ? []
    : [`${path} must be milliseconds, or -1`]

const needed: Judge = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? []
    : [`${path} must be milliseconds`]

/** ISO 8601 with a time zone, as the spec demands: YYYY-MM-DDThh:mm:ss.sTZD. */
const moment: Judge = (value, path) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? []
    : [`${path} must be a moment in ISO 8601`]

const address: Judge = (value, path) =>
  typeof value === 'string' && URL.canParse(value) && !value.includes('#')
    ? []
    : [`${path} must be an absolute address without a fragment`]

const listOf =
  (judge: Judge): Judge =>
  (value, path) =>
    Array.isArray(value)
      ? (value as unknown[]).flatMap((item, index) => judge(item, `${path}[${index}]`))
      : [`${path} must be a list`]

/** An object of these fields; a name that ends in ? may be absent, one that begins with _ is free. */
const object =
  (fields: Readonly<Record<string, Judge>>): Judge =>
  (value, path) => {
    if (kind(value) !== 'object') return [`${path} must be an object, and is a ${kind(value)}`]
    const given = new Map(Object.entries(value as object))
    const known = Object.keys(fields).map((name) => name.replace('?', ''))
    const strange = [...given.keys()].filter(
      (name) => !name.startsWith('_') && !known.includes(name),
    )
    return [
      ...strange.map((name) => `${path}.${name} is no field of HAR 1.2`),
      ...Object.entries(fields).flatMap(([field, judge]) => {
        const name = field.replace('?', '')
        if (given.has(name)) return judge(given.get(name), `${path}.${name}`)
        return field.endsWith('?') ? [] : [`${path}.${name} is missing`]
      }),
    ]
  }

const comment = { 'comment?': text }

const cookie = object({
  name: text,
  value: text,
  'path?': text,
  'domain?': text,
  'expires?': moment,
  'httpOnly?': flag,
  'secure?': flag,
  ...comment,
})

const pair = object({ name: text, value: text, ...comment })

const postData = object({
  mimeType: text,
  params: listOf(
    object({ name: text, 'value?': text, 'fileName?': text, 'contentType?': text, ...comment }),
  ),
  text,
  ...comment,
})

const request = object({
  method: text,
  url: address,
  httpVersion: text,
  cookies: listOf(cookie),
  headers: listOf(pair),
  queryString: listOf(pair),
  'postData?': postData,
  headersSize: size,
  bodySize: size,
  ...comment,
})

const content = object({
  size,
  'compression?': size,
  mimeType: text,
  'text?': text,
  'encoding?': text,
  ...comment,
})

const response = object({
  status: size,
  statusText: text,
  httpVersion: text,
  cookies: listOf(cookie),
  headers: listOf(pair),
  content,
  redirectURL: text,
  headersSize: size,
  bodySize: size,
  ...comment,
})

const timings = object({
  'blocked?': span,
  'dns?': span,
  'connect?': span,
  send: needed,
  wait: needed,
  receive: needed,
  'ssl?': span,
  ...comment,
})

const cacheState = object({
  'expires?': moment,
  lastAccess: moment,
  eTag: text,
  hitCount: size,
  ...comment,
})

const entry = object({
  'pageref?': text,
  startedDateTime: moment,
  time: needed,
  request,
  response,
  cache: object({ 'beforeRequest?': cacheState, 'afterRequest?': cacheState, ...comment }),
  timings,
  'serverIPAddress?': text,
  'connection?': text,
  ...comment,
})

const program = object({ name: text, version: text, ...comment })

const page = object({
  startedDateTime: moment,
  id: text,
  title: text,
  pageTimings: object({ 'onContentLoad?': span, 'onLoad?': span, ...comment }),
  ...comment,
})

const shape = object({
  log: object({
    version: (value, path) => (value === '1.2' ? [] : [`${path} must be 1.2`]),
    creator: program,
    'browser?': program,
    'pages?': listOf(page),
    entries: listOf(entry),
    ...comment,
  }),
})

interface Archive {
  readonly log: {
    readonly pages?: readonly { readonly id: string }[]
    readonly entries: readonly {
      readonly pageref?: string
      readonly startedDateTime: string
      readonly time: number
      readonly timings: Readonly<Record<string, number>>
    }[]
  }
}

/** What no single field tells: references, order, and that the timings add up to the time. */
const together = ({ log }: Archive): readonly string[] => {
  const ids = (log.pages ?? []).map(({ id }) => id)
  const doubles = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [
    ...doubles.map((id) => `log.pages has ${id} twice`),
    ...log.entries.flatMap(({ pageref, time, timings: parts }, index) => {
      const sum = Object.entries(parts)
        .filter(([name, value]) => name !== 'ssl' && value !== -1)
        .reduce((total, [, value]) => total + value, 0)
      return [
        ...(pageref === undefined || ids.includes(pageref)
          ? []
          : [`log.entries[${index}].pageref names no page`]),
        ...(sum === time ? [] : [`log.entries[${index}].time is not the sum of its timings`]),
      ]
    }),
  ]
}

/** Everything that is wrong with a value as an HTTP archive; empty when it is one. */
export const harProblems = (value: unknown): readonly string[] => {
  const problems = shape(value, 'har')
  return problems.length > 0 ? problems : together(value as Archive)
}
