/**
 * What comes in time; null when it does not come, or late.
 *
 * @param milliseconds that it may take
 * @param late takes what comes all the same
 */
export const inTime = async <Thing>(
  coming: Promise<Thing>,
  milliseconds: number,
  late: (thing: Thing) => void,
): Promise<Thing | null> => {
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      isOver = true
      resolve(null)
    }, milliseconds)
  })
  const kept = coming.then(
    (thing) => {
      clearTimeout(timer)
      if (isOver) late(thing)
      return thing
    },
    () => null,
  )
  return Promise.race([kept, over])
}
