import { fileURLToPath } from 'node:url'
import { ownPackages, type OwnPackages } from '../../../support/own-packages.ts'

/** The packages of `test/outside/clients/package.json`. */
export type ClientPackages = OwnPackages

/** The clients of others; null where they cannot be installed: then the tests are skipped, with a sentence. */
export const clientPackages = (): ClientPackages | null =>
  ownPackages(
    fileURLToPath(new URL('..', import.meta.url)),
    'outside-clients',
    'Tests with OAuth clients of others',
  )
