import { html, type TemplateResult } from 'lit'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import type { MatrixQuery } from './asked.ts'
import type { MatrixIndex } from './data.ts'
import type { Names } from './names.ts'
import type { Pivot } from './table.ts'
import type { MatrixWords } from './words.en.ts'

export interface Controls {
  readonly matrix: MatrixIndex
  readonly workflows: readonly Workflow[]
  readonly pivot: Pivot
  readonly onlyDifference: boolean
  /** How much of the table makes a difference. */
  readonly difference: string
  readonly words: MatrixWords
  readonly names: Names
  readonly ask: (asked: MatrixQuery) => void
}

const choice = ({ matrix, workflows, pivot, names, onlyDifference, ask }: Controls) => {
  const known =
    pivot.by === 'attack'
      ? matrix.attacks.map((id) => [id, names.attack(id)] as const)
      : workflows
          .filter(({ slug }) => matrix.workflows.includes(slug))
          .map(({ slug }) => [slug, names.workflow(slug)] as const)
  return html`<select
    @change=${({ target }: Event) => ask({ of: (target as HTMLSelectElement).value, onlyDifference })}
  >
    ${known.map(
      ([value, title]) =>
        html`<option value=${value} .selected=${value === pivot.of}>${title}</option>`,
    )}
  </select>`
}

/** What is asked of the matrix: all attacks on a workflow or all workflows, and how much of them. */
export const controls = (parts: Controls): TemplateResult => {
  const { matrix, workflows, pivot, words, onlyDifference, ask } = parts
  const first = workflows.find(({ slug }) => matrix.workflows.includes(slug))
  const kinds = [
    ['workflow', words.byWorkflow, first?.slug ?? ''],
    ['attack', words.byAttack, matrix.attacks[0] ?? ''],
  ] as const
  return html`<form class="controls" @submit=${(event: Event) => event.preventDefault()}>
    <fieldset>
      <legend>${words.show}</legend>
      ${kinds.map(
        ([kind, title, of]) =>
          html`<label
            ><input
              type="radio"
              name="by"
              .checked=${kind === pivot.by}
              @change=${() => ask({ of, onlyDifference })}
            />${title}</label
          >`,
      )}
    </fieldset>
    <label class="of"
      >${pivot.by === 'workflow' ? words.workflow : words.attack} ${choice(parts)}
    </label>
    <label class="only"
      ><input
        type="checkbox"
        aria-describedby="difference"
        .checked=${onlyDifference}
        @change=${({ target }: Event) =>
          ask({ of: pivot.of, onlyDifference: (target as HTMLInputElement).checked })}
      /><span
        >${words.onlyDifference}
        <span id="difference" class="quiet" role="status">${parts.difference}</span></span
      ></label
    >
  </form>`
}
