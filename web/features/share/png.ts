/** Pixels for each CSS pixel. */
const sharpness = 2

/** Longest side and most pixels that browsers draw for sure (Chromium, Firefox, Safari on phones). */
const limits = { side: 16_000, area: 16_700_000 } as const

/** How much a picture can be enlarged within the limits; at most twice. */
export const scaleOf = (width: number, height: number): number =>
  Math.min(
    sharpness,
    limits.side / Math.max(width, height),
    Math.sqrt(limits.area / (width * height)),
  )

/**
 * Draws a self-contained SVG as a PNG.
 *
 * @throws Error when the browser cannot draw it, or does not give the pixels out
 */
export const pngOf = async (svg: SVGSVGElement, text: string): Promise<Blob> => {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))]
  const scale = scaleOf(width, height)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no room for a picture of this size.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png')
  })
  if (blob === null) throw new Error('There is no room for a picture of this size.')
  return blob
}
