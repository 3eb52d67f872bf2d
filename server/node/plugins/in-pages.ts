import { join } from 'node:path'

/**
 * What stands for packages that would come otherwise in a page. There the FusionAuth client runs from its
 * readable CommonJS build, not from its browser bundle, which is five times as large and puts its names
 * elsewhere.
 *
 * @param root folder of our own `package.json`
 */
export const inPages = (root: string): Readonly<Record<string, string>> => ({
  '@fusionauth/typescript-client': join(
    root,
    'node_modules/@fusionauth/typescript-client/build/index.js',
  ),
  url: join(root, 'web/player/run/url.ts'),
})
