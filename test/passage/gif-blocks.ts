/** A frame as the blocks of a GIF tell it. */
interface GifFrame {
  /** Milliseconds. */
  readonly delay: number
  readonly isTransparent: boolean
  readonly width: number
  readonly height: number
}

/** What the blocks of a GIF say (GIF89a, §17 to §27); no pixel is looked at. */
export const gifBlocks = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (place: number): number => view.getUint8(place)
  const table = (packed: number): number => ((packed & 128) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1))
  const afterSubBlocks = (from: number): number => {
    let place = from
    while (at(place) !== 0) place += at(place) + 1
    return place + 1
  }
  const frames: GifFrame[] = []
  let loops: number | null = null
  let control = { delay: 0, isTransparent: false }
  let place = 13 + table(at(10))
  while (at(place) !== 0x3b) {
    if (at(place) === 0x21) {
      if (at(place + 1) === 0xf9)
        control = {
          delay: view.getUint16(place + 4, true) * 10,
          isTransparent: (at(place + 3) & 1) === 1,
        }
      if (at(place + 1) === 0xff) loops = view.getUint16(place + 16, true)
      place = afterSubBlocks(place + 2)
    } else if (at(place) === 0x2c) {
      frames.push({
        ...control,
        width: view.getUint16(place + 5, true),
        height: view.getUint16(place + 7, true),
      })
      place = afterSubBlocks(place + 10 + table(at(place + 9)) + 1)
    } else throw new Error(`There is no block ${at(place)} at ${place}.`)
  }
  const signature = new TextDecoder().decode(bytes.subarray(0, 6))
  return { signature, loops, frames, isWhole: place === bytes.length - 1 }
}
