import { afterEach, describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => {
  visit?.leave()
  visit = null
})

/** The workflow with the longest title. */
const slug = 'spa/native-login-form-to-fusionauth-same-domain-jwts-refresh-tokens-cookies'

const attack = {
  en: 'A script in a post acts in the victim’s name',
  es: 'Un script en un mensaje actúa en nombre de la víctima',
} as const

const titleOf = ({ lab }: Visit, picker: string): HTMLElement =>
  find(lab, 'lab-header', `lab-picker.${picker}`, '.title')

const open = async (
  language: keyof typeof attack,
  theme: 'light' | 'dark' = 'light',
  size: readonly [number, number] = [1440, 900],
): Promise<Visit> => {
  visit = await openPage(
    `&workflow=${slug}&lesson=attack-xss-rides-session&lang=${language}&theme=${theme}`,
    { size },
  )
  const here = visit
  await until('the run is open', () => here.lab.state.run.kind === 'open')
  await until('it speaks', () => here.lab.state.words.language === language)
  await until(
    'the attack is called by its title',
    () => titleOf(here, 'lesson').textContent === attack[language],
  )
  return here
}

describe('the header of an attack', () => {
  test('says what is done, and the list of lessons has it as the one that is played', async () => {
    const { lab } = await open('en')
    const now = find(lab, 'lab-header', 'lab-picker.lesson', '[aria-current]')
    expect(now.textContent.trim()).toBe(attack.en)
    expect(now.getAttribute('href')).toContain('lesson=attack-xss-rides-session')
  })

  test('is told in another language as soon as that is spoken', async () => {
    const here = await open('en')
    here.lab.language = 'es'
    await until('it is Spanish', () => titleOf(here, 'lesson').textContent === attack.es)
  })
})

describe.each([
  ['en', 'light', [1440, 900]],
  ['es', 'dark', [1440, 900]],
  ['es', 'light', [1024, 768]],
  ['es', 'dark', [390, 844]],
] as const)('long titles in %s on a %s page of %j', (language, theme, size) => {
  test('are shown whole, and are there for a pointer and for a screen reader', async () => {
    const here = await open(language, theme, size)
    for (const picker of ['workflow', 'lesson']) {
      const title = titleOf(here, picker)
      expect(title.scrollHeight, picker).toBeLessThanOrEqual(title.clientHeight)
      expect(title.scrollWidth, picker).toBeLessThanOrEqual(title.clientWidth)
      expect(title.title).toBe(title.textContent)
      expect(title.closest('button')?.textContent).toContain(title.textContent)
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0])
    expect(await violations()).toEqual([])
  })
})
