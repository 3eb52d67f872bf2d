/** What a changed attribute asks for: `load` begins anew, `none` waits for the next loading. */
export type Change = 'bounds' | 'theme' | 'speed' | 'look' | 'step' | 'title' | 'none' | 'load'

const changes: ReadonlyMap<string, Change> = new Map([
  ['height', 'bounds'],
  ['aspect-ratio', 'bounds'],
  ['theme', 'theme'],
  ['speed', 'speed'],
  ['controls', 'look'],
  ['keyboard', 'look'],
  ['step', 'step'],
  ['title', 'title'],
  ['loading', 'none'],
  ['autoplay', 'none'],
])

/** What is to be done for an attribute of the embedding element that has changed. */
export const changeOf = (attribute: string): Change => changes.get(attribute) ?? 'load'
