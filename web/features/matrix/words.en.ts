import { defendEnglish } from '../defend/words.en.ts'

/** What the matrix of attacks, defences and workflows says. */
export const matrixEnglish = {
  title: 'Which defence stops which attack?',
  lead: 'Every cell is an experiment that has run: the attack, in a world in which it works, with this one defence. Choose a cell to play it.',
  show: 'Show',
  byWorkflow: 'All attacks on one workflow',
  byAttack: 'One attack on all workflows',
  workflow: 'Workflow',
  attack: 'Attack',
  onlyDifference: 'Only what makes a difference',
  difference: (lines: number, allLines: number, columns: number, allColumns: number) =>
    `${lines} of ${allLines} rows, ${columns} of ${allColumns} defences`,
  noDifference: 'No defence makes a difference here.',
  showAll: 'Show all',
  loading: 'The experiments are loaded…',
  failed: (problem: string) => `The experiments could not be loaded. ${problem}`,
  again: 'Try again',
  none: 'Nothing was tried here.',
  caption: (what: string) => `Attacks and defences: ${what}`,
  without: 'No defence',
  stopped: 'stopped',
  gotIn: 'gets through',
  same: 'changes nothing',
  untried: 'does not apply',
  cell: (attack: string, defence: string, came: string, at: string) =>
    `${attack}, ${defence}: ${came}${at === '' ? '' : `, ${at}`}`,
  legend: 'Signs',
  told: (won: boolean, attack: string, defence: string) =>
    won ? `“${attack}” gets through, with: ${defence}.` : `“${attack}” is stopped by: ${defence}.`,
  decided: (at: string) => `Decided at the message “${at}”.`,
  play: 'Play it',
  playWithout: 'Play it without the defence',
  keys: 'Arrow keys go from cell to cell, Enter plays.',
  defences: defendEnglish.defences,
}

export type MatrixWords = typeof matrixEnglish
