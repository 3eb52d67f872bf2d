import { fileURLToPath } from 'node:url'
import { freshPages } from '../../../server/node/build.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Global setup: the pages are built once, before the tests that look at them. */
export default async (): Promise<void> => {
  await freshPages(root, () => undefined)
}
