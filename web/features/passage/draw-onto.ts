import type { Pixels } from './making.ts'

/**
 * Draws an SVG file onto a canvas, as large as that is. The file names no address, so the canvas gives its
 * pixels out.
 *
 * @throws Error when the browser cannot draw it
 */
export const drawOnto = async (svg: string, canvas: HTMLCanvasElement): Promise<void> => {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no room for a picture of this size.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
}

/** Gives the pixels of SVG files of one size, drawn in the browser. */
export const rasterizer = ({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return async (svg: string): Promise<Pixels> => {
    await drawOnto(svg, canvas)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('There is no room for a picture of this size.')
    return context.getImageData(0, 0, width, height)
  }
}
