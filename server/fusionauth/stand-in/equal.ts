/** Compares secrets without telling by its duration where they differ. */
export const equal = (left: string, right: string): boolean => {
  const a = new TextEncoder().encode(left)
  const b = new TextEncoder().encode(right)
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) {
    difference |= (a[index] ?? 0) ^ (b[index % Math.max(b.length, 1)] ?? 0)
  }
  return difference === 0
}
