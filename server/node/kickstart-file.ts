import { readFileSync, realpathSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import type { KickstartSource } from '../fusionauth/stand-in/index.ts'

export type KickstartFile =
  | { readonly ok: true; readonly source: KickstartSource }
  | { readonly ok: false; readonly problem: string }

/** A file below a folder; undefined when there is none, or when a link leads out of the folder. */
const readBelow = async (folder: string, path: string): Promise<string | undefined> => {
  try {
    const file = await realpath(join(folder, path))
    return file.startsWith(folder + sep) ? await readFile(file, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/** A Kickstart file of this machine: it sees the environment, and files of its own folder only. */
export const openKickstart = (
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): KickstartFile => {
  try {
    const text = readFileSync(path, 'utf8')
    const folder = realpathSync(dirname(path))
    return {
      ok: true,
      source: {
        path: basename(path),
        text,
        env: (name) => (Object.hasOwn(environment, name) ? environment[name] : undefined),
        include: (file) => readBelow(folder, file),
      },
    }
  } catch {
    return { ok: false, problem: `The Kickstart file "${path}" cannot be read.` }
  }
}
