import { lookAgainFromPage } from '../player/run/look-again.ts'

/** Elements that are loaded when they are first wanted. */
const loaders = {
  'lab-choose': async () => (await import('../features/chooser/lab-choose.ts')).LabChoose,
  'lab-matrix': async () => (await import('../features/matrix/lab-matrix.ts')).LabMatrix,
  'lab-clients': async () => (await import('../features/clients/lab-clients.ts')).LabClients,
  'lab-compare': async () => (await import('../features/compare/lab-compare.ts')).LabCompare,
  'lab-predict': async () => (await import('../features/predict/lab-predict.ts')).LabPredict,
  'lab-tour': async () => (await import('../features/tour/lab-tour.ts')).LabTour,
  'lab-share': async () => (await import('../features/share/lab-share.ts')).LabShare,
  'lab-embed-code': async () => {
    const { defineEmbedCode, LabEmbedCode } = await import('../embed/lab-embed-code.ts')
    defineEmbedCode()
    return LabEmbedCode
  },
  'lab-defend': async () => (await import('../features/defend/lab-defend.ts')).LabDefend,
} satisfies Readonly<Record<string, () => Promise<CustomElementConstructor>>>

/** Makes elements known to the page; twice does no harm. */
export const define = (elements: Readonly<Record<string, CustomElementConstructor>>): void => {
  for (const [name, element] of Object.entries(elements))
    if (customElements.get(name) === undefined) customElements.define(name, element)
}

/** Makes an element known that is not loaded with the page. Rejects when it cannot be loaded. */
export const loadElement = async (name: keyof typeof loaders): Promise<void> => {
  if (customElements.get(name) === undefined) define({ [name]: await loaders[name]() })
}

/** Makes known what is below the surface. Rejects when it cannot be loaded. */
export const loadDeferredElements = async (): Promise<void> => {
  const { deferredElements } = await import('./deferred-elements.ts')
  define(deferredElements)
}

/** Milliseconds until what could not be loaded is asked for again, and again. */
const later = [20_000, 40_000, 80_000, 160_000, 320_000]

/**
 * Does the same a moment after the page; what fails is tried again for some minutes, and whenever the network
 * is back or the page is shown again.
 */
export const keepLoadingDeferredElements = async (): Promise<void> => {
  const isLoaded = (): Promise<boolean> =>
    loadDeferredElements().then(
      () => true,
      () => false,
    )
  if (!(await isLoaded())) await lookAgainFromPage(later, isLoaded)
}
