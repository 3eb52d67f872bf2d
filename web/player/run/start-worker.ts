import { trustWorker } from '../../ui/trusted.ts'

/**
 * Starts a module in a Worker. A Worker has to be of the page's own origin, and may import modules from
 * any that lets it: in a page of another site, which has the player of a lab, it begins with a line of
 * its own.
 *
 * @param address of the module
 * @returns the Worker, and what is to be called once it has begun
 * @throws DOMException where a policy of the page forbids it
 */
export const startWorker = (
  address: string,
  name: string,
): { readonly worker: Worker; readonly begun: () => void } => {
  const { href, origin } = new URL(address, document.baseURI)
  if (origin === location.origin) {
    const worker = new Worker(trustWorker(address), { type: 'module', name })
    return { worker, begun: () => undefined }
  }
  // No module of its own: Chromium starts none in a page without an origin. What cannot be imported is
  // thrown, so that the Worker's owner hears of it.
  const line = `import(${JSON.stringify(href)}).catch((e) => setTimeout(() => { throw e }))`
  const url = URL.createObjectURL(new Blob([line], { type: 'text/javascript' }))
  return {
    worker: new Worker(trustWorker(url), { name }),
    begun: () => URL.revokeObjectURL(url),
  }
}
