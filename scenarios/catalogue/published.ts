export type { PublishedArrow } from './published/arrow.ts'
export { publishedArrows } from './published/compose.ts'
export { matchPublished } from './published/match.ts'
