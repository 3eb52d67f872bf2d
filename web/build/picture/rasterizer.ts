import type { Rasterize } from '../../features/passage/making.ts'

/** What makes pixels of SVG files without a browser. */
export interface Rasterizer {
  readonly pixels: Rasterize
  /**
   * A PNG file.
   *
   * @param scale pixels for each CSS pixel
   */
  readonly png: (svg: string, scale: number) => Promise<Uint8Array>
}

/** Why nothing can be drawn where there is nothing to write with. */
export const noFonts =
  'There are no fonts on this machine to write with: install some (on Debian: apt-get install fonts-dejavu-core fonts-liberation). SVG, captions and texts need none.'

/** Resolution at which librsvg makes a pixel of a CSS pixel. */
const density = 72

const letter = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24" fill="#fff"/><text x="2" y="18" font-family="sans-serif" font-size="16">${text}</text></svg>`

/** Without fonts all letters are the same empty box, or nothing. */
const hasFonts = async (pixels: Rasterize): Promise<boolean> => {
  const [one, other] = [await pixels(letter('i')), await pixels(letter('W'))]
  return one.data.some((octet, index) => octet !== other.data[index])
}

/**
 * Opens the rasterizer.
 *
 * @returns a sentence instead where it is not installed, or finds no fonts to write with
 */
export const openRasterizer = async (): Promise<Rasterizer | string> => {
  const loaded = await import('sharp').catch(() => null)
  if (loaded === null)
    return 'PNG and GIF are drawn by sharp, which is not installed for this machine: npm install. SVG, captions and texts are made without it.'
  const { default: sharp } = loaded
  const pixels: Rasterize = async (svg) => {
    const drawn = sharp(Buffer.from(svg), { density }).ensureAlpha().raw()
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  }
  if (!(await hasFonts(pixels).catch(() => false))) return noFonts
  return {
    pixels,
    png: async (svg, scale) =>
      sharp(Buffer.from(svg), { density: density * scale })
        .png({ palette: true, effort: 10 })
        .toBuffer(),
  }
}
