import { describe, test } from 'vitest'
import { clientPackages, type ClientPackages } from './packages.ts'

/** Tests of a client of others; skipped, with a sentence, where it cannot be installed. */
export const describeClient = (name: string, define: (packages: ClientPackages) => void): void => {
  const packages = clientPackages()
  if (packages !== null) describe(name, () => define(packages))
  else describe.skip(name, () => test('is not installed here', () => undefined))
}
