import {
  emptyJar,
  expire,
  type Jar,
  receive,
  type RequestSituation,
  scriptView,
  select,
} from '../../../scenarios/engine/cookie-jar.ts'
import { sendDifferences, type SendTrial, failures } from './differences/sending.ts'
import { fieldDifferences, jarDifferences } from './differences/storing.ts'
import { refusals } from './differences/refusing.ts'
import type { ReceiveTrial } from './differences/words.ts'
import { type Kept, keptOf, mirrored, type Received, type Selected, type Theirs } from './theirs.ts'
import type { Arrival, Trial } from './trial.ts'

/** One trial in both jars. */

/** What came of it. */
export interface Comparison {
  /** Names of the rules by which we decided. */
  readonly rules: readonly string[]
  /** Names of the differences that showed. */
  readonly known: readonly string[]
  /** Evidence of the differences that nothing explains. */
  readonly unexplained: readonly unknown[]
}

type Findings = Omit<Comparison, 'rules'>

const equal: Findings = { known: [], unexplained: [] }

const explained = <Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  occurs: (entry: Entry) => boolean,
  evidence: unknown,
): Findings => {
  const known = entries.filter(occurs).map(({ id }) => id)
  return { known, unexplained: known.length === 0 ? [evidence] : [] }
}

const together = (comparisons: readonly Findings[]): Findings => ({
  known: comparisons.flatMap(({ known }) => known),
  unexplained: comparisons.flatMap(({ unexplained }) => unexplained),
})

const text = (cookies: readonly Kept[]): string =>
  cookies
    .map((cookie) => JSON.stringify(cookie))
    .toSorted()
    .join()

const stored = ({ changes }: ReturnType<typeof receive>): Kept | null => {
  const after = changes.find(({ op }) => op === 'set')?.after
  return after ? keptOf(after) : null
}

/** Which cookie a Set-Cookie deletes: the one that it would be with more time. */
const deleting = (value: string, situation: RequestSituation): Kept => {
  const cookie = stored(receive(emptyJar, [`${value}; Max-Age=60`], situation, 'Browser'))
  if (cookie === null) throw new Error(`deletes, but would not be stored: ${value}`)
  return cookie
}

/** Where two cookies differ. Those of different keys, or about to go, need not be of one age. */
const fieldsApart = (ours: Kept, theirs: Kept, isOver: boolean): readonly (keyof Kept)[] => {
  const apart = (keys: readonly (keyof Kept)[]) => keys.filter((key) => ours[key] !== theirs[key])
  const key = apart(['name', 'domain', 'hostOnly', 'path'])
  const rest = apart(['value', 'secure', 'httpOnly', 'sameSite'])
  const ages = [...(key.length > 0 ? [] : apart(['createdAt'])), ...apart(['expiresAt'])]
  return [...key, ...rest, ...(isOver ? [] : ages)]
}

const received = (jar: Jar, theirs: Theirs, { text: value, situation }: Arrival): Comparison => {
  const before = expire(jar, situation.now).jar
  const result = receive(before, [value], situation, 'Browser')
  const [verdict] = result.received
  if (verdict === undefined) throw new Error('every Set-Cookie is reported')
  const { rule } = verdict
  const after = stored(result)
  const ours: Received = after
    ? { kind: 'stored', cookie: after }
    : rule === 'deleted' || rule === 'nothing-to-delete'
      ? { kind: 'deleting', cookie: deleting(value, situation) }
      : { kind: 'refused', why: rule }
  const trial: ReceiveTrial = {
    arrival: { text: value, situation },
    before: jar,
    ours,
    rule,
    theirs: theirs.receive(value, situation),
    ourJar: result.jar.map(keptOf),
    theirJar: theirs.holds(situation.now),
  }
  return { rules: [rule], ...compareReceived(trial) }
}

const compareReceived = (trial: ReceiveTrial): Findings => {
  const { ours, theirs, ourJar, theirJar } = trial
  if (ours.kind !== theirs.kind) return explained(refusals, ({ occurs }) => occurs(trial), trial)
  if (ours.kind !== 'refused' && theirs.kind !== 'refused') {
    const [our, their] = [ours.cookie, theirs.cookie]
    const fields = fieldsApart(our, their, ours.kind === 'deleting')
    if (fields.length > 0)
      return together(
        fields.map((field) =>
          explained(
            fieldDifferences,
            (each) => each.fields.includes(field) && each.occurs(our, their, trial),
            { field, ...trial },
          ),
        ),
      )
  }
  return text(ourJar) === text(theirJar)
    ? equal
    : explained(jarDifferences, ({ occurs }) => occurs(trial), trial)
}

const sent = (
  trials: readonly Omit<SendTrial, 'theySend'>[],
  header: string,
  url: string,
  theirs: Selected,
): Findings => {
  if (theirs.kind === 'failed') return explained(failures, ({ occurs }) => occurs(url), theirs)
  const differing = trials
    .map((trial, index) => ({ ...trial, theySend: theirs.sent[index] ?? false }))
    .filter(({ weSend, theySend }) => weSend !== theySend)
  if (differing.length > 0)
    return together(
      differing.map((trial) => explained(sendDifferences, ({ occurs }) => occurs(trial), trial)),
    )
  return header === theirs.header ? equal : { known: [], unexplained: [{ header, theirs }] }
}

/** Gives both jars the same cookies, then the same act. Moves the global clock with `setNow`. */
export const compare = ({ before, act }: Trial, setNow: (now: number) => void): Comparison => {
  const jar = before.reduce(
    (held, { text: value, situation }) => receive(held, [value], situation, 'Browser').jar,
    emptyJar,
  )
  setNow(act.kind === 'script' ? act.now : act.situation.now)
  const theirs = mirrored(jar)
  if (act.kind === 'receive') return received(jar, theirs, act)
  if (act.kind === 'select') {
    const { header, verdicts } = select(jar, act.situation, 'Browser')
    const trials = jar.map((cookie, index) => {
      const verdict = verdicts[index]
      return {
        cookie,
        jar,
        url: act.situation.url,
        rule: verdict?.rule,
        weSend: verdict?.sent === true,
      }
    })
    const rules = verdicts.map(({ rule }) => rule)
    return { rules, ...sent(trials, header, act.situation.url, theirs.select(act.situation)) }
  }
  const header = scriptView(jar, act.url, act.now)
  const trials = jar.map((cookie) => {
    const alone = scriptView([cookie], act.url, act.now)
    return { cookie, jar, url: act.url, rule: 'script', weSend: alone !== '' }
  })
  return { rules: [], ...sent(trials, header, act.url, theirs.script(act.url)) }
}
