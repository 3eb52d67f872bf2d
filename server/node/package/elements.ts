/** The custom elements manifest of the package. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

type Node = { readonly [name: string]: unknown }

interface Manifest {
  readonly schemaVersion: string
  readonly modules: readonly (Node & {
    readonly path: string
    readonly declarations: readonly Node[]
    readonly exports: readonly Node[]
  })[]
}

/** Where the classes are in the package, by their name in the sources. */
const places: Readonly<Record<string, string>> = {
  LoginLab: 'lib/player.js',
  LoginLabEmbed: 'lib/embed-element.js',
}

/** Says nothing of files that are not in the package. */
const within = ({ superclass: _, inheritedFrom: __, ...declaration }: Node): Node => {
  const { members, attributes, events } = declaration
  const each = (list: unknown) => (Array.isArray(list) ? (list as Node[]).map(within) : undefined)
  return {
    ...declaration,
    ...(members !== undefined && { members: each(members) }),
    ...(attributes !== undefined && { attributes: each(attributes) }),
    ...(events !== undefined && { events: each(events) }),
  }
}

/**
 * The manifest that `npm run manifest` writes, with the modules of the package in place of the sources.
 *
 * @throws Error when an element is not in the package
 */
export const elementsManifest = async (root: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'login-lab-elements-'))
  try {
    const where = ['--outdir', relative(root, folder)]
    await promisify(execFile)('npm', ['run', '-s', 'manifest', '--', ...where], {
      cwd: root,
      shell: process.platform === 'win32',
    })
    const text = await readFile(join(folder, 'custom-elements.json'), 'utf8')
    const manifest = JSON.parse(text) as Manifest
    const modules = manifest.modules.map(({ declarations }) => {
      const [declaration] = declarations
      const name = String(declaration?.['name'])
      const tag = declaration?.['tagName']
      const path = places[name]
      if (path === undefined) throw new Error(`No file of the package is known to have ${name}.`)
      const at = { name, module: path }
      return {
        kind: 'javascript-module',
        path,
        declarations: declarations.map((one) => ({
          ...within(one),
          superclass: { name: 'HTMLElement' },
        })),
        exports: [
          { kind: 'js', name, declaration: at },
          // `define()` of the module makes it known.
          { kind: 'custom-element-definition', name: tag, declaration: at },
        ],
      }
    })
    return `${JSON.stringify({ ...manifest, modules }, null, 2)}\n`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
