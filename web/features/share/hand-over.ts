/** Copies text; false when the browser does not allow it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * Lets the browser save a file.
 *
 * @throws Error when the file cannot be kept until then, as on a full disk
 */
export const saveFile = async (name: string, file: Blob): Promise<void> => {
  // A blob that found no room says so only when it is read.
  await file.slice(0, 1).arrayBuffer()
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; the address is not needed any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
