import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { measuredClients } from '../../web/features/clients/clients.ts'
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
    'the table is there',
    () => lab.shadowRoot?.querySelector('lab-clients')?.shadowRoot?.querySelector('td') != null,
  )
  return visit
}

const rootOf = ({ lab }: Visit): ShadowRoot => find(lab, 'lab-clients').shadowRoot as ShadowRoot

describe('the page on what real clients send', () => {
  test('has a row for each client, headed by its name and version', async () => {
    const here = await open('&clients')
    const heads = [...rootOf(here).querySelectorAll('th[scope=row]')].map(({ textContent }) =>
      textContent.trim().replaceAll(/\s+/g, ' '),
    )
    expect(heads).toEqual(measuredClients.map(({ name, version }) => `${name} ${version}`))
  })

  test('names under iss those that compare it, and nobody else', async () => {
    const here = await open('&clients')
    const named = [...rootOf(here).querySelectorAll('.issuer .name')].map(
      ({ textContent }) => textContent,
    )
    const comparing = measuredClients.filter(({ refusesIssuer }) => refusesIssuer !== undefined)
    expect(named).toEqual(comparing.map(({ name }) => name))
    expect(named.length).toBeGreaterThan(0)
    expect(named.length).toBeLessThan(measuredClients.length)
  })

  test('leads to the message, in the language and the colours of the page', async () => {
    const here = await open('&clients&lang=es&theme=dark')
    const link = rootOf(here).querySelector<HTMLAnchorElement>('td a')
    const { searchParams, hash } = new URL(link?.href ?? '')
    expect(searchParams.get('workflow')).toMatch(/^spa\//)
    expect(searchParams.get('clients')).toBeNull()
    expect(searchParams.get('lang')).toBe('es')
    expect(searchParams.get('theme')).toBe('dark')
    expect(hash).toBe('#step=login.authorize-request')
  })

  test('is led to from the first page, and tells its title', async () => {
    visit = await openPage('')
    const links = [
      ...(find(visit.lab, 'lab-start').shadowRoot?.querySelectorAll<HTMLAnchorElement>(
        '.variants a',
      ) ?? []),
    ]
    expect(links.map(({ search }) => search)).toContain('?clients&run=page')
    visit.leave()
    await open('&clients')
    await until('the title is told', () => document.title.includes('What do real clients send?'))
  })

  test('the table is scrolled by keyboard on a phone, and the page is not', async () => {
    const here = await open('&clients', { size: [390, 844] })
    const scroll = find(here.lab, 'lab-clients', '.scroll')
    expect(scroll.scrollWidth).toBeGreaterThan(scroll.clientWidth)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
    scroll.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await until('it has moved', () => scroll.scrollLeft > 0)
  })

  test.each([
    ['en', 'light', [1440, 900]],
    ['es', 'dark', [390, 844]],
  ] as const)('axe finds nothing in %s on a %s page', async (language, theme, size) => {
    const here = await open(`&clients&lang=${language}&theme=${theme}`, { size })
    await until('it speaks', () => here.lab.state.words.language === language)
    expect(await violations()).toEqual([])
  })
})
