import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { violations } from './accessibility.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => {
  visit?.leave()
  visit = null
})

const slug = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

/** The open list of workflows. */
const openPicker = async (words = ''): Promise<HTMLElement> => {
  visit = await openPage(`&workflow=${slug}${words}`)
  const { lab } = visit
  await until('the run is open', () => lab.state.run.kind === 'open')
  const picker = find(lab, 'lab-header', 'lab-picker.workflow')
  find(picker, '.opener').click()
  await until('it is open', () => find(picker, '#list').matches(':popover-open'))
  return picker
}

const titles = (picker: Element): readonly string[] =>
  [...(picker.shadowRoot?.querySelectorAll('#list a b') ?? [])].map(
    ({ textContent }) => textContent,
  )

describe('the list of workflows', () => {
  test('holds all 29 by their clients, and no title says its client again', async () => {
    const picker = await openPicker()
    expect(titles(picker)).toHaveLength(29)
    const heads = [...(picker.shadowRoot?.querySelectorAll('#list h2') ?? [])]
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Web apps',
      'Single-page apps',
      'Mobile apps',
    ])
    expect(titles(picker).join()).not.toMatch(/Web app|Single-page|Mobile app/)
    expect(await violations()).toEqual([])
  })

  test('is searched by several words, and the first that is found is one key away', async () => {
    const picker = await openPicker()
    find(picker, 'input').focus()
    await userEvent.keyboard('mobile pkce')
    await until('it is found', () => titles(picker).length === 1)
    await userEvent.keyboard('{Enter}')
    await until('it is open', () => visit?.lab.workflow.startsWith('mobile/oauth') === true)
    expect(location.search).toContain('workflow=mobile/oauth-authorization-code-grant-pkce')
  })

  test('says so when nothing is found', async () => {
    const picker = await openPicker()
    find(picker, 'input').focus()
    await userEvent.keyboard('nonsense')
    await until('nothing is found', () => titles(picker).length === 0)
    expect(find(picker, '.none').hidden).toBe(false)
  })

  test('is gone through with the arrow keys', async () => {
    const picker = await openPicker()
    find(picker, 'input').focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(picker.shadowRoot?.activeElement?.textContent).toContain('password grant')
    await userEvent.keyboard('{End}')
    expect(picker.shadowRoot?.activeElement?.getAttribute('href')).toContain('workflow=mobile/')
    await userEvent.keyboard('{Home}')
    expect(picker.shadowRoot?.activeElement?.localName).toBe('input')
  })

  test('beside another workflow it chooses what that is compared with', async () => {
    const picker = await openPicker('&compare=spa/oauth-implicit-grant-sessions')
    const links = [...(picker.shadowRoot?.querySelectorAll('#list a') ?? [])]
    expect(links.at(-1)?.getAttribute('href')).toContain(
      'compare=spa/oauth-implicit-grant-sessions',
    )
  })
})
