/** A page is light or dark. */
export type PageTheme = 'light' | 'dark'

const dark = '(prefers-color-scheme: dark)'

/** Whether a used colour is dark: its relative luminance (WCAG 2.2) is below a half. null for one that lets through. */
const isDarkColour = (colour: string): boolean | null => {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  if (colour === '' || alpha < 0.5) return null
  // Spaces such as oklch() and color() are told by their first number, which is lightness or red.
  if (!colour.startsWith('rgb')) return red < (red > 1 ? 50 : 0.5)
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 < 0.5
}

/** The nearest element around that has a ground of its own. */
const groundOf = (element: Element): boolean | null => {
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    const found = isDarkColour(getComputedStyle(around).backgroundColor)
    if (found !== null) return found
  }
  return null
}

/**
 * Whether the page around an element is light or dark: what its `color-scheme` allows, else what its
 * ground looks like, else what the reader prefers.
 */
export const pageThemeAt = (element: Element): PageTheme => {
  const scheme = getComputedStyle(element).colorScheme.split(' ')
  if (scheme.includes('dark') !== scheme.includes('light'))
    return scheme.includes('dark') ? 'dark' : 'light'
  const system: PageTheme = matchMedia(dark).matches ? 'dark' : 'light'
  if (scheme.includes('dark')) return system
  const isDark = groundOf(element)
  return isDark === true ? 'dark' : 'light'
}

/**
 * Tells whenever the page around may have become light or dark: the system's theme, or an attribute of
 * the page's root or body, by which documentation tools switch.
 *
 * @returns ends it
 */
export const watchPageTheme = (changed: () => void): (() => void) => {
  const system = matchMedia(dark)
  const observer = new MutationObserver(changed)
  for (const root of [document.documentElement, document.body])
    observer.observe(root, { attributes: true })
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  }
}
