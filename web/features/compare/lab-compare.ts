import { html, LitElement, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { align } from '../../../scenarios/trace-diff/index.ts'
import { bottomLineOf, summarizer } from '../../../scenarios/trace-diff/bottom-line.ts'
import { type Workflow, workflowTitle } from '../../../scenarios/catalogue/index.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { branchName } from '../branches/name.ts'
import { bottomLines, factTable } from './facts.ts'
import { judgements } from './judgements.ts'
import { offers } from './offers.ts'
import type { Column } from './parts.ts'
import { factStyles } from './facts.styles.ts'
import { partStyles } from './parts.styles.ts'
import { pickers } from './pickers.ts'
import { relationOf } from './rows.ts'
import { rowStyles } from './rows.styles.ts'
import { phaseSection } from './section.ts'
import { branchIn, sidesOf, type ComparedSide, type Sides } from './sides.ts'
import { emit } from '../events.ts'
import type { OpenRun } from '../../player/run/status.ts'
import { badgeStyles } from '../chooser/badge.ts'
import { chooserEnglish } from '../chooser/words.en.ts'
import { base } from '../../ui/styles/base.ts'
import { compare as english } from './words.en.ts'
import { ownWords, speakerWith } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'
import { compareStyles } from './lab-compare.styles.ts'
import { reasonOf } from '../../../scenarios/model/text-error.ts'
import { type Text, textOf } from '../../../scenarios/model/text.ts'
import { told } from '../../i18n/told.ts'

/** How it stands with the other side. */
type Progress =
  | { readonly kind: 'none' }
  | { readonly kind: 'playing' }
  | { readonly kind: 'failed'; readonly problem: Text }
  | Sides

/**
 * Two branches of a run, or two workflows, beside each other: what each comes to, and message by
 * message what is the same, differs, or is on one side only.
 *
 * @fires lab-compare - what to compare with: a workflow's slug, or `branch:ID`
 * @fires lab-visit - a message that is to be shown in the player
 * @fires lab-view - the player is wanted back
 */
export class LabCompare extends LitElement {
  static override properties = {
    run: { attribute: false },
    traces: { attribute: false },
    names: { attribute: false },
    forks: { attribute: false },
    other: { attribute: false },
    workflows: { attribute: false },
    openRun: { attribute: false },
    progress: { state: true },
    onlyDiffering: { state: true },
  }
  declare run: RunState | null
  /** What was seen of each branch. */
  declare traces: ReadonlyMap<string, Trace>
  /** Names given to branches by the learner, by id. */
  declare names: ReadonlyMap<string, string>
  declare forks: boolean
  /** One or two workflows' slugs, or `branch:ID`; '' while nothing is chosen. */
  declare other: string
  declare workflows: readonly Workflow[]
  declare openRun: OpenRun | null
  declare progress: Progress
  declare onlyDiffering: boolean

  readonly #speaker = speakerWith(this, speaker(this), 'compare', english)
  readonly #chooser = ownWords(this, this.#speaker, 'chooser', chooserEnglish)
  /** Counts what was asked for; a late answer to an old one is dropped. */
  #request = 0

  constructor() {
    super()
    this.run = null
    this.traces = new Map()
    this.names = new Map()
    this.forks = true
    this.other = ''
    this.workflows = []
    this.openRun = null
    this.progress = { kind: 'none' }
    this.onlyDiffering = false
  }

  static override styles = [base, partStyles, factStyles, rowStyles, badgeStyles, compareStyles]

  protected override willUpdate(changes: PropertyValues<this>): void {
    const former = changes.get('run')
    const isOther = changes.has('other') || (changes.has('run') && this.#differs(former))
    if (isOther) void this.#find()
    if (changes.has('other')) this.onlyDiffering = branchIn(this.other) !== null
  }

  /** A branch only grows, so its length tells whether there is more of it. */
  #differs(former: RunState | null | undefined): boolean {
    const now = this.run
    return (
      former?.branch !== now?.branch ||
      former?.trace.workflow !== now?.trace.workflow ||
      former?.trace.messages.length !== now?.trace.messages.length
    )
  }

  async #find(): Promise<void> {
    const { other, run, traces, openRun } = this
    this.#request += 1
    const own = this.#request
    if (other === '' || run === null || openRun === null) {
      this.progress = { kind: 'none' }
      return
    }
    this.progress = { kind: 'playing' }
    try {
      const sides = await sidesOf({ other, run, traces, open: openRun })
      if (own === this.#request) this.progress = sides
    } catch (error) {
      if (own !== this.#request) return
      this.progress = { kind: 'failed', problem: reasonOf(error, textOf('problem.not-started')) }
    }
  }

  override render() {
    const { compare } = this.#speaker.words.ui
    return html`<div class="page">
      <div class="top">
        <h2 tabindex="-1">${compare.title}</h2>
        ${pickers(this, this.#speaker.words)}
        <button type="button" class="back" @click=${() => emit(this, 'lab-view', 'play')}>
          ${icon('back')}${compare.back}
        </button>
      </div>
      ${this.#body()}
    </div>`
  }

  #body() {
    const { words } = this.#speaker
    const { compare } = words.ui
    const { progress } = this
    switch (progress.kind) {
      case 'none':
        return html`<p class="intro">${compare.intro}</p>
          ${offers(this, words)}`
      case 'playing':
        return html`<p class="late" role="status">${compare.playing}</p>`
      case 'failed':
        return html`<div class="trouble" role="alert">
          <h3>${compare.failed}</h3>
          <p>${told(progress.problem, words)}</p>
          <button type="button" @click=${() => void this.#find()}>${compare.again}</button>
        </div>`
      case 'no-branch':
        return html`<p class="trouble" role="alert">${compare.noBranch(progress.id)}</p>
          ${offers(this, words)}`
      case 'no-workflow':
        return html`<p class="trouble" role="alert">${compare.noWorkflow(progress.slug)}</p>
          ${offers(this, words)}`
      case 'two':
        return guard([progress, words, this.#chooser.words, this.names, this.onlyDiffering], () =>
          this.#both(progress.left, progress.right, progress.third),
        )
    }
  }

  /** A workflow goes by its title, a branch by its name; two branches of one workflow too. */
  #column(side: ComparedSide, letter: Column['letter'], isOfBranches: boolean): Column {
    const { words } = this.#speaker
    const { of, trace } = side
    const branch =
      of.kind === 'branch' ? this.run?.branches.find(({ id }) => id === of.id) : undefined
    const title = words.say(workflowTitle(trace.workflow))
    const name =
      isOfBranches && branch !== undefined ? branchName(branch, this.names, words) : title
    return { ...side, letter, name }
  }

  #both(left: ComparedSide, right: ComparedSide, third: ComparedSide | null) {
    const { words } = this.#speaker
    const { compare } = words.ui
    const isOfBranches = right.of.kind === 'branch'
    const a = this.#column(left, 'A', isOfBranches)
    const b = this.#column(right, 'B', isOfBranches)
    const columns = [a, b] as const
    const { sections } = align(left.trace, right.trace)
    const relations = sections.flatMap(({ rows }) => rows.map(relationOf))
    const count = (wanted: string) => relations.filter((relation) => relation === wanted).length
    const all = third === null ? columns : [...columns, this.#column(third, 'C', false)]
    const facts = bottomLines(
      all.map((column) => [column, bottomLineOf(column.trace)]),
      words,
    )
    const verdicts = isOfBranches ? [] : judgements(all, this.#chooser.words)
    const isIdentical = relations.every((relation) => relation === 'same')
    const summaries = [summarizer(left.trace), summarizer(right.trace)] as const
    return html`<section aria-labelledby="in-short">
        <h2 id="in-short">${compare.inShort}</h2>
        ${factTable(compare.inShort, [...facts, ...verdicts], all, words, true)}
      </section>
      <section aria-labelledby="messages">
        <h2 id="messages">${compare.messageByMessage}</h2>
        <div class="bar">
          <p>
            ${
              isIdentical
                ? compare.identical
                : compare.tally(count('same'), count('differs'), count('left'), count('right'))
            }
          </p>
          <label>
            <input
              type="checkbox"
              .checked=${this.onlyDiffering}
              @change=${(event: Event) => {
                this.onlyDiffering = (event.target as HTMLInputElement).checked
              }}
            />
            ${compare.onlyDiffering}
          </label>
        </div>
        ${sections.map((section) => phaseSection(section, columns, summaries, this.onlyDiffering, words))}
      </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-compare': LabCompare
  }
}
