import { library } from './bundles.ts'
import { typed } from './types.ts'

/** The folder of all declarations in the package. */
export const types = 'types'

/** What is read of our own `package.json`. */
export interface OwnManifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly engines: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/** The package that a module is from; null for those of Node. */
const packageOf = (specifier: string): string | null =>
  specifier.startsWith('node:')
    ? null
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

/**
 * What `imports` name, with the versions that are used here.
 *
 * @throws Error when one of them is no dependency of ours
 */
const dependenciesOf = (
  { dependencies }: OwnManifest,
  imports: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new Set(imports.map(packageOf))]
      .filter((name) => name !== null)
      .toSorted()
      .map((name) => {
        const version = dependencies[name]
        if (version === undefined)
          throw new Error(`The stand-in imports ${name}, which is no dependency in package.json.`)
        return [name, version]
      }),
  )

const file = (name: string): string => `./${library}/${name}`

/**
 * The `package.json` of the package. A condition for Node stands where a page has other needs: pages are
 * rendered in Node by site generators, and only Node can listen.
 *
 * @param imports what the script for Node imports from elsewhere
 */
export const packageManifest = (own: OwnManifest, imports: readonly string[]): string => {
  const { name, version, description, license, engines } = own
  const element = (module: string, source: string) => ({
    types: `./${types}/${source}.d.ts`,
    node: file('on-server.js'),
    default: file(`${module}.js`),
  })
  const manifest = {
    name,
    version,
    description,
    keywords: [
      'fusionauth',
      'oauth',
      'openid-connect',
      'login',
      'testing',
      'mock',
      'web-component',
    ],
    license,
    type: 'module',
    engines,
    sideEffects: ['./pages/**'],
    exports: {
      '.': element('player', typed.player),
      './embed': element('embed-element', typed.embed),
      './stand-in': {
        types: `./${types}/${typed.standIn}.d.ts`,
        node: file('stand-in.node.js'),
        default: file('stand-in.page.js'),
      },
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    customElements: 'custom-elements.json',
    dependencies: dependenciesOf(own, imports),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
