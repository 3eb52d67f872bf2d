import { workflowBySlug } from '../../../scenarios/catalogue/index.ts'
import type { Defence } from '../../../scenarios/defences/defence.ts'
import type { DefenceId } from '../../../scenarios/model/defence-settings.ts'
import { defences } from '../../../scenarios/defences/table.ts'
import { readAsked } from './asked.ts'
import { switchIn, type MatrixIndex } from './data.ts'
import { differencesIn, gridOf, pivotOf, type Grid, type Pivot } from './table.ts'

/** The part of the matrix that is shown, and what it is a part of. */
export interface ShownMatrix {
  readonly pivot: Pivot
  readonly onlyDifference: boolean
  /** All that was tried of what is asked for. */
  readonly all: Grid
  /** Of that, what makes a difference. */
  readonly differing: Grid
  /** The one of the two that is shown. */
  readonly grid: Grid
}

const applies = (slug: string, name: string): boolean => {
  const workflow = workflowBySlug(slug)
  const defence = defences[switchIn(name)[0] as DefenceId] as Defence | undefined
  return workflow !== undefined && defence?.appliesTo(workflow) !== false
}

/** What is shown for an address; a cell alone is shown among those of its workflow. */
export const shownOf = (matrix: MatrixIndex, asks: string, cell: string): ShownMatrix => {
  const { of, onlyDifference } = readAsked(asks)
  const [workflow = ''] = cell.split('.')
  const pivot = pivotOf(of === '' ? workflow : of, matrix)
  const all = gridOf(matrix, pivot, applies)
  const differing = differencesIn(all)
  return { pivot, onlyDifference, all, differing, grid: onlyDifference ? differing : all }
}
