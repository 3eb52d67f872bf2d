/** The custom elements manifest of the package. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly name: string; readonly tagName: string }[]
  }[]
}

/** Where the classes are in the package, by their name in the sources. */
const places: Readonly<Record<string, string>> = {
  LoginLab: 'lib/player.js',
  LoginLabEmbed: 'lib/embed-element.js',
}

/** Leaves out what names files that are not in the package. */
const within = (key: string, value: unknown): unknown =>
  key === 'superclass' || key === 'inheritedFrom' ? undefined : value

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
    const manifest = JSON.parse(text, within) as Manifest
    const modules = manifest.modules.flatMap(({ declarations }) =>
      declarations.map((declaration) => {
        const { name, tagName } = declaration
        const path = places[name]
        if (path === undefined) throw new Error(`No file of the package is known to have ${name}.`)
        const at = { name, module: path }
        return {
          kind: 'javascript-module',
          path,
          declarations: [{ ...declaration, superclass: { name: 'HTMLElement' } }],
          exports: [
            { kind: 'js', name, declaration: at },
            // `define()` of the module makes it known.
            { kind: 'custom-element-definition', name: tagName, declaration: at },
          ],
        }
      }),
    )
    return `${JSON.stringify({ ...manifest, modules }, null, 2)}\n`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
