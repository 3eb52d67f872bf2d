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
  const options: WorkerOptions = { type: 'module', name }
  if (origin === location.origin)
    return { worker: new Worker(trustWorker(address), options), begun: () => undefined }
  const line = new Blob([`import ${JSON.stringify(href)}`], { type: 'text/javascript' })
  const url = URL.createObjectURL(line)
  return {
    worker: new Worker(trustWorker(url), options),
    begun: () => URL.revokeObjectURL(url),
  }
}
