import { defenceTexts, type AskedDefences } from './defence-settings.ts'
import { read, secretName } from './read.ts'
import { isRunView, type Route } from './route.ts'

/** An address of this page as people like to read it. */
const readable = (query: URLSearchParams): string =>
  query
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%3D', '=')
    .replaceAll(/=(?=&|$)/g, '')

type QueryParameters = Readonly<Record<string, readonly string[]>>

const one = (value: string | null): readonly string[] => (value === null ? [] : [value])
const named = (value: string | null): readonly string[] => one(value === '' ? null : value)

/** What stands in the query. Pages without a run say nothing of one. */
const inQuery = (route: Route): QueryParameters => {
  const { view } = route
  const ofRun = (values: readonly string[]): readonly string[] => (isRunView(view) ? values : [])
  return {
    choose: one(view === 'choose' ? route.asks : null),
    matrix: one(view === 'matrix' ? route.asks : null),
    clients: one(view === 'clients' ? '' : null),
    // An own lesson says which workflow it is of.
    workflow: ofRun(named(route.lessonSource === '' ? route.workflow : '')),
    lesson: ofRun(named(route.lesson)),
    'lesson-src': ofRun(named(route.lessonSource)),
    seed: ofRun(named(route.seed)),
    profile: ofRun(named(route.profile)),
    defence: ofRun(defenceTexts(route.defences)),
    ask: ofRun(named(route.ask)),
    compare: one(view === 'compare' ? route.compare : null),
    lang: named(route.language),
    theme: named(route.theme),
    speed: named(route.speed),
    autoplay: one(route.autoplay ? '' : null),
    run: one(route.inPage ? 'page' : null),
  }
}

/** What stands in the fragment: the place in the run, and the run itself where no other names it. */
const inFragment = (route: Route): QueryParameters => {
  const ofRun = (values: readonly string[]): readonly string[] =>
    isRunView(route.view) ? values : []
  return {
    run: ofRun(named(route.sharedRun)),
    step: ofRun(named(route.step)),
    follow: ofRun(named(secretName(route.follow))),
    layer: ofRun(named(route.layer === 'message' ? null : route.layer)),
    cell: named(route.view === 'matrix' ? route.cell : null),
  }
}

/** Sets what is to change; true when anything was. What stays, stays where and as it stands. */
const change = (
  parameters: URLSearchParams,
  from: QueryParameters,
  to: QueryParameters,
): boolean => {
  const isSame = (these: readonly string[], those: readonly string[] = []): boolean =>
    these.length === those.length && these.every((value, index) => value === those[index])
  const changed = Object.entries(to).filter(([name, values]) => !isSame(values, from[name]))
  for (const [name, [first, ...others]] of changed) {
    if (first === undefined) parameters.delete(name)
    else parameters.set(name, first)
    for (const value of others) parameters.append(name, value)
  }
  return changed.length > 0
}

/**
 * The address that tells this route; `read` is the way back. What `base` tells besides, and whatever it
 * tells of this route already, stays letter by letter.
 */
export const write = (route: Route, base: URL): URL => {
  const next = new URL(base)
  const query = new URLSearchParams(base.search)
  const place = new URLSearchParams(base.hash.slice(1))
  const { route: told } = read(base)
  // What had no meaning in another place may have one in this.
  const isElsewhere = told.view !== route.view || told.workflow !== route.workflow
  const from = (parameters: URLSearchParams, meant: QueryParameters): QueryParameters =>
    isElsewhere
      ? Object.fromEntries(Object.keys(meant).map((name) => [name, parameters.getAll(name)]))
      : meant
  if (change(query, from(query, inQuery(told)), inQuery(route))) next.search = readable(query)
  if (change(place, from(place, inFragment(told)), inFragment(route)))
    next.hash = [...place].map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&')
  // Where nothing else told of a run, the workflow has to.
  if (isRunView(route.view) && !isRunView(read(next).route.view)) {
    query.set('workflow', route.workflow)
    next.search = readable(query)
  }
  return next
}

/** The same address with these defences, each a parameter of its own. */
export const writeDefences = (address: URL, defences: AskedDefences): URL => {
  const next = new URL(address)
  next.searchParams.delete('defence')
  for (const text of defenceTexts(defences)) next.searchParams.append('defence', text)
  next.search = readable(next.searchParams)
  return next
}
