/** Gives the value that a CSS colour has at a place of the page, as `#rrggbb` or `#rrggbbaa`. */
export type ResolveColour = (colour: string) => string

const hex = (value: number): string => value.toString(16).padStart(2, '0')

/**
 * Resolves colours as they are seen inside an element: custom properties, light or dark, and colour
 * spaces that other programs cannot read all become plain sRGB.
 */
export const resolver = (host: Element): ResolveColour => {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, string>()
  const read = (colour: string): string => {
    const probe = document.createElement('i')
    probe.style.color = colour
    probe.hidden = true
    const place = host.shadowRoot ?? host
    place.append(probe)
    const computed = getComputedStyle(probe).color
    probe.remove()
    if (context === null) return computed
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = computed
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    const solid = `#${hex(red)}${hex(green)}${hex(blue)}`
    return alpha === 255 ? solid : solid + hex(alpha)
  }
  return (colour) => {
    const found = known.get(colour) ?? read(colour)
    known.set(colour, found)
    return found
  }
}
