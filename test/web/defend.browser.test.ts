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

const open = async (...options: Parameters<typeof openPage>): Promise<Visit> => {
  visit = await openPage(...options)
  return visit
}

const runOf = ({ lab }: Visit) =>
  lab.state.run.kind === 'open' ? lab.state.run.playback.run : null

/** The number of the message that is shown; -1 while there is no run. */
const cursorOf = ({ lab }: Visit): number =>
  lab.state.run.kind === 'open' ? lab.state.run.playback.cursor : -1

const openDialog = async ({ lab }: Visit): Promise<HTMLElement> => {
  await until('the run is open', () => lab.state.run.kind === 'open')
  lab.dispatchEvent(new CustomEvent('lab-defend', { detail: null }))
  await until(
    'the dialog is open',
    () =>
      lab.shadowRoot?.querySelector('lab-defend')?.shadowRoot?.querySelector('dialog')?.open ===
      true,
  )
  return find(lab, 'lab-defend')
}

describe('attacks and defences', () => {
  test(
    'a switch holds in the run that is played, and stands in the address',
    { timeout: 60_000 },
    async () => {
      const here = await open(`&workflow=${slug}`)
      const dialog = await openDialog(here)
      const secure = find(dialog, '#http-only') as HTMLInputElement
      expect(secure.checked).toBe(true)
      secure.focus()
      await userEvent.keyboard('[Space]')
      await until('it is counted', () => find(dialog, 'footer p').textContent.includes('1 switch'))
      find(dialog, '.go').click()
      await until('the run has it', () => runOf(here)?.trace.defences['http-only'] === false)
      expect(location.search).toContain('defence=http-only=false')
    },
  )

  test(
    'with nothing changed, the lesson is played from its beginning',
    { timeout: 60_000 },
    async () => {
      const here = await open(`&workflow=${slug}&lesson=wrong-password#step=5`)
      await until('the message is shown', () => cursorOf(here) === 5)
      const dialog = await openDialog(here)
      find(dialog, '.go').click()
      await until('it is at the beginning', () => cursorOf(here) < 5)
      await until('it plays', () => cursorOf(here) === 1)
      expect(runOf(here)?.trace).toMatchObject({ lesson: 'wrong-password', defences: {} })
      expect(location.search).toContain('lesson=wrong-password')
    },
  )

  test(
    'an attack is tried without and with each defence, and the outcome is told',
    { timeout: 120_000 },
    async () => {
      const here = await open(`&workflow=${slug}`)
      const dialog = await openDialog(here)
      const attack = [...(dialog.shadowRoot?.querySelectorAll('fieldset label') ?? [])].find(
        ({ textContent }) => textContent.includes('places an order'),
      )
      attack?.querySelector('input')?.click()
      await until('it is told', () => dialog.shadowRoot?.querySelector('.about') != null)
      const told = () => find(dialog, '.about').textContent.replaceAll(/\s+/g, ' ')
      expect(told()).toContain('It needs')
      const tries = [...(dialog.shadowRoot?.querySelectorAll<HTMLElement>('.try') ?? [])]
      tries[1]?.click()
      await until('both have been tried', () => told().includes('It is stopped'), 60_000)
      expect(told()).toContain('It succeeds')
      expect(told()).toMatch(/Decided at message \d+/)
      expect(told()).not.toContain('other than expected')
    },
  )

  test(
    'an address plays an attack with a defence, and the outcome stands at its message',
    { timeout: 60_000 },
    async () => {
      const here = await open(`&workflow=${slug}&lesson=attack-csrf&defence=same-site=lax`)
      await until('the run is open', () => runOf(here) !== null)
      await until('it is rehearsed', () => (runOf(here)?.plan.length ?? 0) > 0)
      expect(here.lab.state.unknown).toEqual([])
      const last = (runOf(here)?.plan.length ?? 0) + (runOf(here)?.trace.messages.length ?? 0)
      await here.lab.goTo(String(last))
      await until(
        'the outcome is told',
        () =>
          here.lab.shadowRoot
            ?.querySelector('lab-verdict')
            ?.shadowRoot?.textContent.includes('stopped') === true,
      )
    },
  )

  test('what an address asks for in vain is told, and the rest is done', async () => {
    const here = await open(
      `&workflow=${slug}&defence=nonsense&defence=same-site=sour&defence=pkce=false`,
    )
    await until('the run is open', () => runOf(here) !== null)
    expect(here.lab.state.unknown).toMatchObject([
      { name: 'defence', value: 'nonsense' },
      { name: 'same-site', value: 'sour' },
    ])
    expect(runOf(here)?.trace.defences).toMatchObject({ pkce: false })
  })

  test.each([
    ['en', 'light', [1440, 900]],
    ['es', 'dark', [390, 844]],
  ] as const)(
    'axe finds nothing in %s on a %s page',
    { timeout: 60_000 },
    async (language, theme, size) => {
      const here = await open(
        `&workflow=${slug}&lesson=attack-csrf&lang=${language}&theme=${theme}`,
        { size },
      )
      await until('it speaks', () => here.lab.state.words.language === language)
      const dialog = await openDialog(here)
      await until('the attack is told', () => dialog.shadowRoot?.querySelector('.about') != null)
      for (const details of dialog.shadowRoot?.querySelectorAll('details') ?? [])
        details.open = true
      expect(await violations()).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0])
    },
  )
})
