import { describe, expect, test } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { BranchSummary } from '../../scenarios/model/run.ts'
import { branchName } from '../../web/features/branches/name.ts'
import { BranchNames } from '../../web/features/branches/names.ts'
import { treeOf, type BranchNode } from '../../web/features/branches/tree.ts'
import { wholeEnglish } from '../../web/i18n/whole-english.ts'
import { spanishWords } from '../../web/i18n/whole-spanish.ts'

const wrong: LabEvent = { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' }
const own: LabEvent = {
  type: 'learner.submit',
  app: 'Store',
  credentials: { loginId: 'ada', password: 'a-very-own-secret' },
}

const branch = (
  id: string,
  parent: string | null,
  forkedAt = 0,
  firstEvent: LabEvent | null = null,
): BranchSummary => ({
  id,
  parent,
  forkedAt,
  inherited: 0,
  length: forkedAt + 2,
  firstEvent,
  events: [],
})

const branches = [
  branch('b1', null),
  branch('b2', 'b1', 6, wrong),
  branch('b3', 'b2', 8, own),
  branch('b4', 'b1', 6, wrong),
]

const shape = (nodes: readonly BranchNode[]): unknown =>
  nodes.map(({ branch: { id }, children }) => [id, shape(children)])

describe('The tree of branches', () => {
  test('hangs each branch on the one that it left', () => {
    expect(shape(treeOf(branches))).toEqual([
      [
        'b1',
        [
          ['b2', [['b3', []]]],
          ['b4', []],
        ],
      ],
    ])
  })

  test('loses no branch whose parent is unknown', () => {
    expect(shape(treeOf([branch('b9', 'gone', 3, wrong)]))).toEqual([['b9', []]])
  })
})

describe('Names of branches', () => {
  test('are what happened first, in the language of the lab, until one is given', () => {
    const [lesson, typo] = branches
    if (lesson === undefined || typo === undefined) throw new Error('the branches are missing')
    expect(branchName(lesson, new Map(), wholeEnglish)).toBe('The lesson')
    expect(branchName(lesson, new Map(), spanishWords)).toBe('La lección')
    expect(branchName(typo, new Map(), wholeEnglish)).toContain('wrong password')
    expect(branchName(typo, new Map([['b2', 'Typo']]), wholeEnglish)).toBe('Typo')
  })

  test('are the title of an attack that happened first', () => {
    const attacked = branch('b5', 'b1', 6, { type: 'hacker.attack', attack: 'csrf' })
    expect(branchName(attacked, new Map(), wholeEnglish)).toBe(
      'A page of another site places an order',
    )
    expect(branchName(attacked, new Map(), spanishWords)).toBe(
      'Una página de otro sitio hace un pedido',
    )
  })

  test('are found again on a branch that was opened in the same way', () => {
    const names = new BranchNames()
    names.give('run', branches, 'b2', '  Typo  ')
    expect(names.of('run', branches)).toEqual(new Map([['b2', 'Typo']]))
    const again = [branch('x1', null), branch('x2', 'x1', 6, wrong)]
    expect(names.of('run', again)).toEqual(new Map([['x2', 'Typo']]))
    expect(names.of('another run', branches)).toEqual(new Map())
  })

  test('tell twins apart, and can be taken away', () => {
    const names = new BranchNames()
    names.give('run', branches, 'b4', 'Second try')
    names.give('run', branches, 'b2', 'First try')
    expect(names.of('run', branches)).toEqual(
      new Map([
        ['b2', 'First try'],
        ['b4', 'Second try'],
      ]),
    )
    names.give('run', branches, 'b2', '')
    expect(names.of('run', branches)).toEqual(new Map([['b4', 'Second try']]))
  })
})
