import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Scripts that a script imports before it runs, as they stand in it; `import(…)` is none of them. */
const imported = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g

/** A script of the build, and everything that it imports before it runs: paths in the build. */
const withImports = (dist: string, entry: string): readonly string[] => {
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

/** The script of a page, and everything that it imports before it runs: paths in the build. */
export const entryFiles = (dist: string, page: string): readonly string[] => {
  const html = readFileSync(join(dist, page), 'utf8')
  const entry = /<script type="module"[^>]* src="\.\/assets\/([^"]+)"/.exec(html)?.[1]
  if (entry === undefined) throw new Error(`The build's ${page} has no script.`)
  return withImports(dist, entry)
}

/** The Worker in which runs run, and everything that it imports: paths in the build, its own first. */
export const engineFiles = (dist: string): readonly string[] => {
  const entry = readdirSync(join(dist, 'assets')).find((name) => /^worker-.*\.js$/.test(name))
  if (entry === undefined) throw new Error('The build has no Worker.')
  return withImports(dist, entry)
}

/** Every file of the build: paths in it. */
export const allFiles = (dist: string): readonly string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== '.sources' && statSync(join(dist, name)).isFile(),
  )

/** What files of the build weigh when they travel, in bytes. */
export const gzipOf = (dist: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)

/** The same with brotli, as a host packs files once for all. */
export const brotliOf = (dist: string, files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    return sum + brotliCompressSync(readFileSync(join(dist, file)), { params }).length
  }, 0)

/** What files of the build weigh as they lie there, in bytes. */
export const bytesOf = (dist: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
