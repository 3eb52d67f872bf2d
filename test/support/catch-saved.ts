import { vi } from 'vitest'

/** What would have been saved from now on: the file's name and its content. */
export const catchSaved = (): readonly { readonly name: string; readonly blob: Blob }[] => {
  const saved: { name: string; blob: Blob }[] = []
  const blobs: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob)
    return 'data:,'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: blobs.at(-1) ?? new Blob() })
  })
  return saved
}
