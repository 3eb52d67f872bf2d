import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** The file of the build that names whose work is in it. */
const fileName = 'THIRD-PARTY.txt'

/** How files are called that hold a licence, or what it asks to be handed on. */
const isLicence = (name: string): boolean => /^(?:licen[cs]e|copying|notice)(?![a-z])/i.test(name)

/** The folder of the package that a module is from; null for modules of ours and of the build itself. */
const packageOf = (module: string): string | null =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

/** What is said of a package: its name, version and licence, and its licence's files as they stand. */
const entryOf = (folder: string): { readonly title: string; readonly text: string } => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const { name, version, license } = manifest
  const files = readdirSync(folder).filter(isLicence).toSorted()
  // Nearly all licences ask for their text, so a package without one is looked at by somebody first.
  if (files.length === 0) throw new Error(`${name} is in the build and has no licence's text.`)
  const texts = files.map((file) =>
    readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  )
  const title = `${name} ${version}`
  return { title, text: [`${title} (${license ?? 'see below'})`, ...texts].join('\n\n') }
}

const rule = `\n\n${'-'.repeat(80)}\n\n`

const thirdParty = (opening: string, root: string, folders: Iterable<string>): string => {
  const ours = entryOf(root)
  // One package may lie in several folders.
  const entries = new Map([...folders].map(entryOf).map(({ title, text }) => [title, text]))
  const others = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
  const head = `${opening} code of ${others.length} packages of others. Their licences:`
  return `${[head, ours.text, ...others].join(rule)}\n`
}

/**
 * `THIRD-PARTY.txt`: the licence of these pages, and name, version, licence and full licence text of
 * each package of which a module is in a script. The same packages give the same bytes.
 *
 * The helpers of a few lines that Vite and Rolldown put between modules are no packages of the pages.
 *
 * @param root folder of our own `package.json` and `LICENSE`
 * @param opening how the file begins, up to "code of …"
 * @returns `pages` for the build, and `inWorkers` for that of its Workers, which comes first
 */
export const thirdPartyNotices = (
  root: string,
  opening = 'These pages are Login Lab, and hold',
): { readonly pages: Plugin; readonly inWorkers: Plugin } => {
  const folders = new Set<string>()
  const look = (bundle: Rolldown.OutputBundle): void => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const module of chunk.moduleIds) {
        const folder = packageOf(module)
        if (folder !== null) folders.add(folder)
      }
    }
  }
  return {
    inWorkers: {
      name: 'third-party-in-workers',
      apply: 'build',
      generateBundle: (_options, bundle) => look(bundle),
    },
    pages: {
      name: 'third-party',
      apply: 'build',
      generateBundle(_options, bundle) {
        look(bundle)
        this.emitFile({ type: 'asset', fileName, source: thirdParty(opening, root, folders) })
      },
    },
  }
}
