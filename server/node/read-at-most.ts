/** The bytes of a stream; undefined as soon as there are more than `most`. */
export const readAtMost = async (
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.length
    if (size > most) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
}
