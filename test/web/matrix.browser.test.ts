import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LabMatrix } from '../../web/features/matrix/lab-matrix.ts'
import { readMatrix } from '../../web/features/matrix/data.ts'
import { smallMatrix } from '../support/small-matrix.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { violations } from './accessibility.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => {
  visit?.leave()
  visit = null
  document.body.replaceChildren()
})

/** The matrix alone, with three rows. */
const openSmall = async (
  set: Partial<LabMatrix> = {},
  shown = 'table, [role=alert]',
): Promise<LabMatrix> => {
  if (customElements.get('lab-matrix') === undefined) customElements.define('lab-matrix', LabMatrix)
  await page.viewport(1024, 768)
  const matrix = document.createElement('lab-matrix')
  Object.assign(matrix, {
    workflows,
    load: () => Promise.resolve(readMatrix(smallMatrix)),
    ...set,
  })
  const main = document.createElement('main')
  main.append(matrix)
  document.body.replaceChildren(main)
  await until('it is there', () => matrix.shadowRoot?.querySelector(shown) != null)
  await until('its attacks are called by their titles', () =>
    [...(matrix.shadowRoot?.querySelectorAll('tbody th') ?? [])].every(
      ({ textContent }) => textContent.trim() !== '',
    ),
  )
  return matrix
}

const told = (matrix: LabMatrix): string =>
  matrix.shadowRoot?.querySelector('.told')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

describe('the matrix', () => {
  test('is gone through with the arrow keys, and tells of each cell what came of it', async () => {
    const matrix = await openSmall()
    const cells: string[] = []
    matrix.addEventListener('lab-cell', (event) => {
      cells.push((event as CustomEvent<string>).detail)
    })
    expect(matrix.shadowRoot?.querySelectorAll('[tabindex="0"]').length).toBe(1)
    find(matrix, '[tabindex="0"]').focus()
    await userEvent.keyboard('{End}')
    await until('it is told', () => told(matrix).includes('is stopped by: SameSite = lax'))
    await until('the reason is told', () =>
      told(matrix).includes('The session cookie is not sent: SameSite=Lax.'),
    )
    expect(cells.at(-1)).toMatch(/\.csrf\.same-site=lax$/)
    await userEvent.keyboard('{ArrowDown}{Home}')
    await until('it is told', () => told(matrix).includes('gets through, with: No defence'))
    expect(matrix.shadowRoot?.querySelectorAll('[tabindex="0"]').length).toBe(1)
  })

  test('each cell is a link that plays the attack with the defence, at the message', async () => {
    const matrix = await openSmall({
      cell: `${smallMatrix.workflows[0]}.csrf.same-site=lax`,
    })
    const cell = find(matrix, 'td a[tabindex="0"]') as HTMLAnchorElement
    const address = new URL(cell.href)
    expect(address.searchParams.get('lesson')).toBe('attack-csrf')
    expect(address.searchParams.getAll('defence')).toEqual(['same-site=lax'])
    expect(address.hash).toBe('#step=attack.checkout-request')
    expect(cell.getAttribute('aria-label')).toContain('stopped')
  })

  test('shows only what makes a difference, at a key, and stays at its cell', async () => {
    const [workflow = ''] = smallMatrix.workflows
    const matrix = await openSmall({ asks: workflow, cell: `${workflow}.csrf.same-site=lax` })
    const asked: string[] = []
    matrix.addEventListener('lab-asks', (event) => {
      matrix.asks = (event as CustomEvent<string>).detail
      asked.push(matrix.asks)
    })
    const heads = (): number => matrix.shadowRoot?.querySelectorAll('thead th').length ?? 0
    expect(heads()).toBe(5)
    find(matrix, '.only input').focus()
    await userEvent.keyboard('[Space]')
    await until('one column is left out', () => heads() === 4)
    expect(asked).toEqual([`${workflow}.difference`])
    expect(told(matrix)).toContain('is stopped by: SameSite = lax')
    expect(find(matrix, '#difference').textContent).toBe('2 of 2 rows, 2 of 3 defences')
    expect(await violations()).toEqual([])
    await userEvent.keyboard('[Space]')
    await until('all is there', () => heads() === 5)
    expect(asked.at(-1)).toBe(workflow)
  })

  test('says so where no defence makes a difference, and shows all again', async () => {
    const [workflow = ''] = smallMatrix.workflows
    const base: [boolean, string] = [true, 'attack.checkout-response']
    const rows = { [`${workflow} csrf`]: { base, cells: {}, inForce: ['http-only'] } }
    const matrix = await openSmall(
      {
        asks: `${workflow}.difference`,
        load: () => Promise.resolve(readMatrix({ ...smallMatrix, rows })),
      },
      '.again',
    )
    matrix.addEventListener('lab-asks', (event) => {
      matrix.asks = (event as CustomEvent<string>).detail
    })
    expect(matrix.shadowRoot?.querySelector('table')).toBeNull()
    find(matrix, '.again').click()
    await until('all is there', () => matrix.shadowRoot?.querySelector('table') != null)
  })

  test('says so when the experiments cannot be loaded, and tries again', async () => {
    let times = 0
    const element = await openSmall({
      load: () => {
        times += 1
        return times === 1
          ? Promise.reject(new Error('Gone.'))
          : Promise.resolve(readMatrix(smallMatrix))
      },
    })
    expect(element.shadowRoot?.querySelector('[role=alert]')?.textContent).toContain('Gone.')
    find(element, '.again').click()
    await until('it is there', () => element.shadowRoot?.querySelector('table') != null)
  })

  test.each([
    ['en', 'light', [1440, 900], ''],
    ['es', 'dark', [390, 844], ''],
    ['es', 'light', [1024, 768], '.difference'],
  ] as const)(
    'axe finds nothing in %s on a %s page of %j%s',
    { timeout: 60_000 },
    async (language, theme, size, part) => {
      visit = await openPage(`&matrix=csrf${part}&lang=${language}&theme=${theme}`, { size })
      const { lab } = visit
      await until(
        'the published matrix is there',
        () =>
          lab.state.words.language === language &&
          lab.shadowRoot?.querySelector('lab-matrix')?.shadowRoot?.querySelector('table') != null,
      )
      expect(await violations()).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0])
      const rows = find(lab, 'lab-matrix').shadowRoot?.querySelectorAll('tbody tr').length
      expect(rows).toBeGreaterThan(4)
      const only = find(lab, 'lab-matrix', '.only input') as HTMLInputElement
      expect(only.checked).toBe(part !== '')
    },
  )
})
