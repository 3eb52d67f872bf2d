import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Scripts that a script imports before it runs, as they stand in it; `import(…)` is none of them. */
const imported = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g

/** The script of a page, and everything that it imports before it runs: paths in the build. */
export const entryFiles = (dist: string, page: string): readonly string[] => {
  const html = readFileSync(join(dist, page), 'utf8')
  const entry = /<script type="module"[^>]* src="\.\/assets\/([^"]+)"/.exec(html)?.[1]
  if (entry === undefined) throw new Error(`The build's ${page} has no script.`)
  const found = new Set<string>()
  const take = (name: string): void => {
    const file = `assets/${name}`
    if (found.has(file)) return
    found.add(file)
    const code = readFileSync(join(dist, file), 'utf8')
    for (const [, other = ''] of code.matchAll(imported)) take(other)
  }
  take(entry)
  return [...found]
}

/** What files of the build weigh when they travel, in bytes. */
export const gzipOf = (dist: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
