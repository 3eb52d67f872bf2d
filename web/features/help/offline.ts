/** Whether the app is kept on this device: not, on its way, or there. */
export type Kept = 'none' | 'coming' | 'kept'

/** The folder of the app, which the worker keeps. */
const scope = (): string => new URL('./', document.baseURI).href

/** A frame of another page keeps nothing, and neither does a page that is not served safely. */
export const canKeep = (): boolean =>
  isSecureContext && 'serviceWorker' in navigator && self === top

const registered = async (): Promise<ServiceWorkerRegistration | undefined> => {
  const all = await navigator.serviceWorker.getRegistrations()
  return all.find((one) => one.scope === scope())
}

export const isKept = async (): Promise<boolean> => ((await registered())?.active ?? null) !== null

/** Waits until a worker has everything, or has failed. @throws Error when it could not have it */
const installed = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'activated' || worker.state === 'activating') resolve()
      else if (worker.state === 'redundant') reject(new Error('Not every file came.'))
    }
    worker.addEventListener('statechange', look)
    look()
  })

/**
 * Keeps the app on this device.
 *
 * @throws Error when its files did not come, or the browser keeps nothing
 */
export const keepApp = async (): Promise<void> => {
  const { trustWorker } = await import('../../ui/trusted.ts')
  const found = await navigator.serviceWorker.register(trustWorker(`${scope()}sw.js`), {
    scope: scope(),
  })
  const worker = found.installing ?? found.waiting ?? found.active
  if (worker === null) throw new Error('The browser started no worker.')
  await installed(worker)
}

/** Takes it from this device. */
export const forgetApp = async (): Promise<void> => {
  await (await registered())?.unregister()
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('login-lab-')).map((name) => caches.delete(name)),
  )
}
