/** Elements that are loaded when they are first wanted. */
const loaders = {
  'lab-choose': async () => (await import('./components/lab-choose.ts')).LabChoose,
  'lab-matrix': async () => (await import('./components/lab-matrix.ts')).LabMatrix,
  'lab-compare': async () => (await import('./components/lab-compare.ts')).LabCompare,
  'lab-predict': async () => (await import('./components/lab-predict.ts')).LabPredict,
  'lab-tour': async () => (await import('./components/lab-tour.ts')).LabTour,
} satisfies Readonly<Record<string, () => Promise<CustomElementConstructor>>>

/** Makes an element known that is not loaded with the page. Rejects when it cannot be loaded. */
export const fetchElement = async (name: keyof typeof loaders): Promise<void> => {
  if (customElements.get(name) !== undefined) return
  const element = await loaders[name]()
  if (customElements.get(name) === undefined) customElements.define(name, element)
}
