import { loadAssets } from '../../../server/node/assets.ts'
import { dist } from './lab.ts'

/** The built files by path, as a host has them below a path. */
export const filesBelow = async (below: string) => {
  const files = new Map<string, { readonly type: string; readonly body: string | Buffer }>()
  for (const [path, asset] of loadAssets(dist))
    files.set(`${below}${path}`, { type: asset.type, body: await asset.body('identity') })
  return files
}
