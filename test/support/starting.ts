import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Who imports one of these starts something besides the test: a browser, a process, a thread, a server
 * with sockets, a build.
 */
const starters = new Set([
  'node:child_process',
  'node:http',
  'node:http2',
  'node:https',
  'node:net',
  'node:tls',
  'node:worker_threads',
  'playwright-core',
  'vite',
])

/** What a module imports when it runs; types are gone by then. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export|\}) (?!type\b)(?:[^'"\n]* from )?['"]([^'"\n]+)['"]/gm)].map(
    (found) => found[1] ?? '',
  )

/** Whether a module, or one of ours that it imports, starts something. */
const starts = (path: string, known: Map<string, boolean>): boolean => {
  const before = known.get(path)
  if (before !== undefined) return before
  known.set(path, false)
  const found = importsOf(readFileSync(path, 'utf8')).some((specifier) =>
    specifier.startsWith('.')
      ? /\.m?ts$|\.mjs$/.test(specifier) && starts(join(dirname(path), specifier), known)
      : starters.has(specifier),
  )
  known.set(path, found)
  return found
}

/** Test files that start something, from the root of the checkout. */
export const startingTests = (root: string): readonly string[] => {
  const known = new Map<string, boolean>()
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('test', name))
    .filter((path) => path.endsWith('.test.ts') && starts(join(root, path), known))
    .toSorted()
}
