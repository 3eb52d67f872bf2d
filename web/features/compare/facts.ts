import { html, nothing, type TemplateResult } from 'lit'
import type {
  BottomLine,
  WorkflowKind,
  Summary,
} from '../../../scenarios/trace-diff/bottom-line.ts'
import type { Learned } from '../../../scenarios/trace-diff/password.ts'
import type { Theft } from '../../../scenarios/trace-diff/theft.ts'
import type { Phase } from '../../../scenarios/model/participant.ts'
import type { Outcome } from '../../../scenarios/model/trace.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { CompareWords } from '../../i18n/catalogue.ts'
import { evidence, type Column } from './parts.ts'

/** A question, and what each side answers. */
export interface Fact {
  readonly question: string
  readonly answers: readonly (TemplateResult | string)[]
}

type Said = (column: Column) => TemplateResult | string

/** A column with what was found out about it. */
type Finding<Found> = readonly [column: Column, found: Found]

const each = <Found>(
  question: string,
  sides: readonly Finding<Found>[],
  say: (found: Found) => Said,
): Fact => ({ question, answers: sides.map(([column, found]) => say(found)(column)) })

const list = (items: readonly TemplateResult[]): TemplateResult =>
  html`<ul class="facts">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`

const password =
  (learned: readonly Learned[], words: CompareWords): Said =>
  (column) =>
    learned.length === 0
      ? words.ui.compare.nobody
      : list(
          learned.map(
            ({ participant, evidence: numbers }) =>
              html`${participant} ${evidence(numbers, column, words)}`,
          ),
        )

const kindsOf =
  (kinds: readonly WorkflowKind[], words: CompareWords): Said =>
  (column) =>
    kinds.length === 0
      ? words.ui.compare.nothing
      : list(
          kinds.map(
            ({ kind, evidence: numbers }) =>
              html`${words.ui.compare.kinds[kind]} ${evidence(numbers, column, words)}`,
          ),
        )

const singleSignOn =
  (outcome: Outcome | null, words: CompareWords): Said =>
  (column) => {
    const { compare } = words.ui
    if (outcome === null) return compare.untold
    return html`${outcome.holds ? compare.ssoYes : compare.ssoNo}
    ${evidence(outcome.evidence, column, words)}`
  }

const lasting = ({ left }: Theft, { ui: { compare } }: CompareWords): string | null => {
  if (left === null) return null
  return left === 0 ? compare.dead : compare.lasts(compare.time(left))
}

const theftOutcome =
  (theft: Theft | undefined, words: CompareWords): Said =>
  (column) => {
    const { compare } = words.ui
    if (theft === undefined) return compare.untold
    if (!theft.tried) return html`${compare.untried} ${evidence([theft.n], column, words)}`
    const time = lasting(theft, words)
    const gained = theft.gained.filter(({ secret }) => secret.kind !== 'jwt')
    return list([
      theft.seen.length === 0
        ? html`${compare.refused} ${evidence([theft.n], column, words)}`
        : html`${compare.seesCart} ${evidence(theft.seen, column, words)}`,
      ...gained.map(
        ({ secret, n }) =>
          html`${compare.isGiven(compare.kinds[secret.kind])} ${evidence([n], column, words)}`,
      ),
      ...(time === null ? [] : [html`${time} ${evidence([theft.n], column, words)}`]),
    ])
  }

const credentialWords = (kinds: readonly SecretKind[], { ui: { compare } }: CompareWords): string =>
  compare.and(kinds.map((kind) => compare.kinds[kind])) || compare.unknownCredential

/** The thefts of all sides, by phase, in the order in which they are come to. */
const theftFacts = (
  sides: readonly Finding<readonly Theft[]>[],
  words: CompareWords,
): readonly Fact[] => {
  const thefts = sides.flatMap(([, found]) => found)
  const phases = [...new Set<Phase>(thefts.map(({ phase }) => phase))]
  return phases.map((phase) => {
    const stolen = thefts.find((theft) => theft.phase === phase)?.credentials ?? []
    const kinds = [...new Set(stolen.map(({ kind }) => kind))]
    return each(words.ui.compare.stolen(credentialWords(kinds, words)), sides, (found) =>
      theftOutcome(
        found.findLast((theft) => theft.phase === phase),
        words,
      ),
    )
  })
}

/** What whole traces come to. */
export const bottomLines = (
  sides: readonly Finding<BottomLine>[],
  words: CompareWords,
): readonly Fact[] => {
  const { compare } = words.ui
  return [
    each(compare.whoSees, sides, (found) => password(found.password, words)),
    each(
      compare.typed,
      sides,
      ({ typed }) =>
        (column) =>
          html`${compare.times(typed.length)} ${evidence(typed, column, words)}`,
    ),
    ...theftFacts(
      sides.map(([column, { thefts }]) => [column, thefts]),
      words,
    ),
    each(compare.sso, sides, (found) => singleSignOn(found.singleSignOn, words)),
    each(compare.passes, sides, ({ passes }) => kindsOf(passes, words)),
    each(compare.holds, sides, ({ holds }) => kindsOf(holds, words)),
    each(
      compare.messages,
      sides,
      ({ messages }) =>
        () =>
          String(messages),
    ),
  ]
}

/** What a phase comes to on each side; only what there is something to say about. */
export const phaseFacts = (
  sides: readonly Finding<Summary>[],
  words: CompareWords,
): readonly Fact[] => {
  const { compare } = words.ui
  const some = (has: (found: Summary) => boolean): boolean => sides.some(([, found]) => has(found))
  return [
    each(
      compare.messages,
      sides,
      ({ messages }) =>
        () =>
          String(messages),
    ),
    ...(some((found) => found.password.length > 0)
      ? [each(compare.whoSees, sides, (found) => password(found.password, words))]
      : []),
    each(compare.holds, sides, ({ holds }) => kindsOf(holds, words)),
    ...(some((found) => found.singleSignOn !== null)
      ? [each(compare.sso, sides, (found) => singleSignOn(found.singleSignOn, words))]
      : []),
    ...theftFacts(
      sides.map(([column, { thefts }]) => [column, thefts]),
      words,
    ),
  ]
}

/** Facts as a table with a column for each side. */
export const factTable = (
  caption: string,
  facts: readonly Fact[],
  columns: readonly Column[],
  { ui: { compare } }: CompareWords,
  isBig: boolean,
): TemplateResult =>
  html`<table class=${isBig ? 'big' : 'small'} role="table">
    <caption class="unseen">
      ${caption}
    </caption>
    <colgroup>
      <col class="questions" />
      ${columns.map(() => html`<col />`)}
    </colgroup>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col"><span class="unseen">${compare.question}</span></th>
        ${columns.map(
          ({ letter, name }) =>
            html`<th role="columnheader" scope="col">
              <span class="letter">${letter}</span>${isBig ? name : nothing}${
                isBig ? nothing : html`<span class="unseen">${name}</span>`
              }
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${facts.map(
        ({ question, answers }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${question}</th>
            ${answers.map(
              (answer, index) =>
                html`<td role="cell">
                  <span class="letter" aria-hidden="true">${columns[index]?.letter}</span>
                  <div>${answer}</div>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`
