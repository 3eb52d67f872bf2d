import { html, nothing, type TemplateResult } from 'lit'
import { lessons, workflowBySlug } from '../../../scenarios/catalogue/index.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { emit } from '../events.ts'
import type { CompareWords } from '../../i18n/catalogue.ts'
import { messageLink } from '../../router/links.ts'
import type { ComparedSide } from './sides.ts'

/** A side as it is shown: with a letter and a name. */
export interface Column extends ComparedSide {
  readonly letter: 'A' | 'B' | 'C'
  readonly name: string
}

/** Numbers shown as evidence; more of the same prove no more. */
const mostEvidence = 4

const lessonOf = ({ workflow, lesson }: Trace): string | null => {
  const known = workflowBySlug(workflow)
  return known === undefined || lessons(known)[0]?.name === lesson ? null : lesson
}

const messageAt = (trace: Trace, n: number) => trace.messages[n - 1]

/** A message's number, which leads to it in the player. */
export const numberLink = (n: number, column: Column, { ui }: CompareWords): TemplateResult => {
  const { of, trace, letter } = column
  const id = messageAt(trace, n)?.id ?? String(n)
  const words = ui.compare.message(n, letter)
  return html`<a
    class="number"
    href=${messageLink(trace.workflow, lessonOf(trace), id, location.search)}
    aria-label=${words}
    title=${words}
    @click=${(event: MouseEvent) => {
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey
      if (of.kind === 'workflow' || opensElsewhere) return
      event.preventDefault()
      emit(event.currentTarget as EventTarget, 'lab-visit', { branch: of.id, step: id })
    }}
    >${n}</a
  >`
}

/** The messages that prove something. */
export const evidence = (
  numbers: readonly number[],
  column: Column,
  words: CompareWords,
): TemplateResult | typeof nothing =>
  numbers.length === 0
    ? nothing
    : html`<span class="evidence"
        >${numbers.slice(0, mostEvidence).map((n) => numberLink(n, column, words))}${
          numbers.length > mostEvidence
            ? html`<span class="quiet">+${numbers.length - mostEvidence}</span>`
            : nothing
        }</span
      >`
