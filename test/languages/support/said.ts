/** A text of the lab and where it is said. */
export type Said = readonly [where: string, text: string]
