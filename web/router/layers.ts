/** The sides from which the inspector shows a message, in the order of its tabs. */
export const layers = ['message', 'cookies', 'state', 'screen', 'raw', 'curl'] as const

export type Layer = (typeof layers)[number]

/** The layer of that name; the first one for any other text. */
export const layerOf = (name: string | null): Layer =>
  layers.find((layer) => layer === name) ?? 'message'
