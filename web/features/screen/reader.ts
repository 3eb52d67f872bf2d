/** What is needed to show a page and to act on it; loaded when the first page is shown. */
export { readDocument } from '../../../scenarios/projections/document.ts'
export { eventOf, hackerEventOf } from '../../../scenarios/projections/press.ts'
export { pageFrameIn } from './build.ts'
