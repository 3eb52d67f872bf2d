/** Number of the arrow that a pointer is on; null beside the arrows. */
export const numberAt = (event: Event): number | null => {
  const step = (event.target as Element).closest<SVGElement>('[data-step]')?.dataset['step']
  return step === undefined ? null : Number(step)
}
