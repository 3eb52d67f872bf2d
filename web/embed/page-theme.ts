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

/** An element and all that it stands in, also where that is in a shadow tree. */
const around = (element: Element): readonly Element[] => {
  const root = element.getRootNode()
  const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  return parent === null ? [element] : [element, ...around(parent)]
}

/** Whether the ground is dark on which an element stands; where nobody has set one, its text tells. */
const isOnDark = (element: Element): boolean => {
  const grounds = around(element).map((one) => isDarkColour(getComputedStyle(one).backgroundColor))
  return (
    grounds.find((one) => one !== null) ?? isDarkColour(getComputedStyle(element).color) === false
  )
}

/**
 * Whether the page around an element is light or dark: what its `color-scheme` allows, else what its
 * ground looks like.
 */
export const pageThemeAt = (element: Element): PageTheme => {
  const scheme = getComputedStyle(element).colorScheme.split(' ')
  if (scheme.includes('dark') !== scheme.includes('light'))
    return scheme.includes('dark') ? 'dark' : 'light'
  const isDark = scheme.includes('dark') ? matchMedia(dark).matches : isOnDark(element)
  return isDark ? 'dark' : 'light'
}

/**
 * Tells whenever the page around may have become light or dark: the system's theme, an attribute of
 * what an element stands in, by which documentation tools switch, or a ground that has faded over.
 *
 * @returns ends it
 */
export const watchPageTheme = (element: Element, changed: () => void): (() => void) => {
  const system = matchMedia(dark)
  const observer = new MutationObserver(changed)
  for (const one of around(element).slice(1)) observer.observe(one, { attributes: true })
  const faded = ({ target, propertyName }: TransitionEvent): void => {
    const isColour = propertyName.endsWith('color')
    if (isColour && target instanceof Element && around(element).includes(target)) changed()
  }
  document.addEventListener('transitionend', faded)
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    document.removeEventListener('transitionend', faded)
    system.removeEventListener('change', changed)
  }
}
