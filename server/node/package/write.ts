import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages } from '../build.ts'
import { buildLibrary } from './bundles.ts'
import { elementsManifest } from './elements.ts'
import { type OwnManifest, packageManifest, types } from './manifest.ts'
import { writeTypes } from './types.ts'

/**
 * Makes the folder of the npm package. It appears whole or not at all.
 *
 * @param root folder of our own `package.json`
 * @param target the folder; what it held before is gone
 * @throws what Vite throws when the sources do not build
 */
export const writePackage = async (root: string, target: string): Promise<void> => {
  const aside = `${target}.new`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  try {
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as OwnManifest
    const imports = await buildLibrary(root, aside)
    await writeTypes(root, join(aside, types))
    writeFileSync(join(aside, 'package.json'), packageManifest(own, imports))
    writeFileSync(join(aside, 'custom-elements.json'), await elementsManifest(root))
    cpSync(join(root, 'LICENSE'), join(aside, 'LICENSE'))
    cpSync(join(root, 'server/node/package/README.md'), join(aside, 'README.md'))
    // Not those of `dist`, which a server may be serving and replacing.
    const pages = join(aside, 'pages')
    await buildPages(root, pages)
    rmSync(target, { recursive: true, force: true })
    renameSync(aside, target)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
