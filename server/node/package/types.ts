/** The declarations of the package, as `tsc` writes them. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

/** The sources whose types are public, and what each needs beside what it declares. */
export const typed = {
  player: 'web/package/player',
  embed: 'web/package/embed',
  standIn: 'server/node/package/stand-in',
} as const

const elementOf = (tag: string, name: string): string =>
  `\ndeclare global {\n  interface HTMLElementTagNameMap {\n    '${tag}': ${name}\n  }\n}\n`

const complete: Readonly<Record<string, (types: string) => string>> = {
  [typed.player]: (types) => types + elementOf('login-lab', 'LoginLab'),
  [typed.embed]: (types) => types + elementOf('login-lab-embed', 'LoginLabEmbed'),
  // For Symbol.asyncDispose, which the library of the language in use may not have yet.
  [typed.standIn]: (types) => `/// <reference lib="esnext.disposable" />\n${types}`,
}

/** A relative import of a source, in a declaration. */
const relativeImport = /(?<=\bfrom ['"])(\.{1,2}\/[^'"]+)\.ts(?=['"])/g

/** The declarations that these lead to, themselves included, without `.d.ts`. */
const reachable = (folder: string, names: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  const follow = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const text = readFileSync(join(folder, `${name}.d.ts`), 'utf8')
    for (const [, to = ''] of text.matchAll(relativeImport)) follow(join(dirname(name), to))
  }
  names.forEach(follow)
  return found
}

/**
 * Writes the declarations of the public modules into a folder, and of what they name, at the places that
 * their sources have.
 *
 * @throws Error with what `tsc` says when the sources are not right
 */
export const writeTypes = async (root: string, folder: string): Promise<void> => {
  // Below the sources, where their packages are found.
  mkdirSync(join(root, '.cache'), { recursive: true })
  const scratch = mkdtempSync(join(root, '.cache', 'types-'))
  try {
    const entries = Object.values(typed)
    const config = {
      extends: relative(scratch, join(root, 'web/tsconfig.json')),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'],
        types: ['node', 'vite/client'],
        rootDir: root,
        outDir: 'out',
      },
      include: [],
      files: entries.map((name) => join(root, `${name}.ts`)),
    }
    const project = join(scratch, 'tsconfig.json')
    writeFileSync(project, JSON.stringify(config))
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    await promisify(execFile)(process.execPath, [compiler, '-p', project]).catch(
      (error: { readonly stdout?: string; readonly message: string }) => {
        throw new Error(error.stdout || error.message, { cause: error })
      },
    )
    const out = join(scratch, 'out')
    for (const name of reachable(out, entries)) {
      const target = join(folder, `${name}.d.ts`)
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(join(out, `${name}.d.ts`), target)
      const text = readFileSync(target, 'utf8').replaceAll(relativeImport, '$1.js')
      writeFileSync(target, complete[name]?.(text) ?? text)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
