import { remember, remembered } from './remember.ts'

export type Theme = 'light' | 'dark'

const key = 'login-lab.theme'
const shortcutsKey = 'login-lab.shortcuts'

/** The theme that was chosen, or else the system's. */
export const currentTheme = (): Theme => {
  const chosen = document.documentElement.dataset['theme'] ?? remembered(key)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Shows the page in a theme and remembers it. */
export const chooseTheme = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
  remember(key, theme)
}

/** Shows the page in a theme for this visit only. */
export const showTheme = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
}

/** The theme of that name; null for any other text. */
export const themeOf = (name: string | null): Theme | null =>
  name === 'light' || name === 'dark' ? name : null

/** Shows the page in the theme that was chosen on an earlier visit, if one was. */
export const restoreTheme = (): void => {
  const chosen = remembered(key)
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen
}

/** Whether single-key shortcuts are on; they can be switched off (WCAG 2.1.4). */
export const shortcutsOn = (): boolean => remembered(shortcutsKey) !== 'off'

export const switchShortcuts = (on: boolean): void => remember(shortcutsKey, on ? 'on' : 'off')
