import { afterEach, expect, test } from 'vitest'
import { chooseTheme, currentTheme, restoreTheme, showTheme } from '../../web/ui/theme.ts'

/** The page is loaded anew: what was remembered is all that is left. */
const comeBack = (): void => {
  delete document.documentElement.dataset['theme']
  restoreTheme()
}

afterEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset['theme']
})

test('a theme that was chosen is there on the next visit', () => {
  for (const theme of ['dark', 'light'] as const) {
    chooseTheme(theme)
    comeBack()
    expect(document.documentElement.dataset['theme']).toBe(theme)
    expect(currentTheme()).toBe(theme)
  }
})

test('a theme that is shown for a visit is not', () => {
  showTheme('dark')
  expect(currentTheme()).toBe('dark')
  comeBack()
  expect(document.documentElement.dataset['theme']).toBeUndefined()
})
