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

const open = async (...options: Parameters<typeof openPage>): Promise<Visit> => {
  visit = await openPage(...options)
  const { lab } = visit
  await until(
    'the chooser is there',
    () => lab.shadowRoot?.querySelector('lab-choose')?.shadowRoot?.querySelector('h1') != null,
  )
  return visit
}

const textOf = ({ lab }: Visit): string =>
  find(lab, 'lab-choose').shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? ''

describe('the chooser', () => {
  test('leads by keyboard from nothing to a workflow, and the address goes along', async () => {
    const here = await open('&choose')
    const first = find(here.lab, 'lab-choose', 'input[name=client]')
    first.focus()
    await userEvent.keyboard('{ArrowDown}')
    await until('the next question is asked', () => location.search.includes('choose=spa'))
    for (const answered of ['spa.one', 'spa.one.server', 'spa.one.server.at-once']) {
      await here.lab.updateComplete
      await userEvent.keyboard('{Tab}[Space]')
      await until('the next question is asked', () => location.search.includes(answered))
    }
    await until('it answers', () => textOf(here).includes('Take this one'))
    expect(location.search).toContain('choose=spa.one.server.at-once')
    expect(textOf(here)).toContain('backend for frontend')
    expect(textOf(here)).toContain('Recommended')
  })

  test('an address opens its answer, which can be played and compared', async () => {
    const here = await open('&choose=webapp.several.weeks')
    const links = [
      ...(find(here.lab, 'lab-choose').shadowRoot?.querySelectorAll<HTMLAnchorElement>(
        '.advice .variants a',
      ) ?? []),
    ].map(({ href }) => new URL(href).search)
    expect(links[0]).toContain(
      'workflow=webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
    )
    expect(links[0]).toContain('defence=refresh-token-place=server')
    expect(links[1]).toContain('compare=webapp/')
  })

  test('tells of every workflow how it stands, with the source', async () => {
    const here = await open('&choose')
    const all = find(here.lab, 'lab-choose').shadowRoot?.querySelectorAll('.all details')
    expect(all?.length).toBe(29)
    expect(textOf(here)).toContain('RFC 9700 §2.4')
  })

  test.each([
    ['en', 'light', [1440, 900]],
    ['es', 'dark', [390, 844]],
  ] as const)('axe finds nothing in %s on a %s page', async (language, theme, size) => {
    const here = await open(`&choose=spa.several.server.weeks&lang=${language}&theme=${theme}`, {
      size,
    })
    await until('it speaks', () => here.lab.state.words.language === language)
    for (const details of find(here.lab, 'lab-choose').shadowRoot?.querySelectorAll('details') ??
      [])
      details.open = true
    expect(await violations()).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0])
  })
})
