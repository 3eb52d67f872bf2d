import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'

const common: InlineConfig = { configFile: false, logLevel: 'error' }

/**
 * Has V8 compile every function while the file is still coming, and not one by one on the page's main
 * thread as each is called first: nearly all are called at once (V8's explicit compile hints).
 */
const compileAll = '//# allFunctionsCalledOnLoad\n'

/** Builds one file beside the pages. @throws Error when it comes to more or less than one */
const buildAlone = async (
  input: string,
  output: Rolldown.OutputOptions,
  plugins: readonly Plugin[] = [],
): Promise<string> => {
  const built = await build({
    ...common,
    plugins: [...plugins],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input, output, preserveEntrySignatures: 'strict' },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const files = first !== undefined && 'output' in first ? first.output : []
  const [chunk] = files
  if (chunk === undefined || files.length > 1 || chunk.type !== 'chunk')
    throw new Error(`${input} must be one file.`)
  return compileAll + chunk.code
}

/** What the player asks for later is a file of the pages, whose own files it shares. */
const partsOfPages = (parts: string): Plugin => ({
  name: 'parts-of-pages',
  enforce: 'pre',
  resolveId: (source) =>
    source === './parts.ts' ? { id: `./${parts}`, external: 'relative' } : null,
})

const policyOfLit = /createPolicy\((["'`])lit-html\1/

/**
 * What the player asks for later brings the Lit of the pages. Each makes a Trusted Types policy, and a
 * page that enforces them would have to allow one name twice ('allow-duplicates'); so the player's Lit
 * takes the other of the names that such a page allows anyway.
 */
const ownPolicyName: Plugin = {
  name: 'own-policy-name',
  transform(code, id) {
    if (!/\/lit-html\/(?:development\/)?lit-html\.js$/.test(id)) return null
    if (!policyOfLit.test(code)) throw new Error(`${id} makes no policy any more.`)
    return { code: code.replace(policyOfLit, "createPolicy('login-lab'"), map: null }
  },
}

/**
 * `embed.js`, the script that embeds the player, and `player.js`, the small player: each is one file
 * with a name that stays, and leaves no names behind in the page that it is for. They are builds of
 * their own: the pages share modules with them, and would have them come in many files.
 *
 * @param sources paths of their sources
 * @param parts name of the file with what the small player asks for later
 */
export const embedScripts = (
  sources: { readonly embed: string; readonly player: string },
  parts: string,
): Plugin => ({
  name: 'embed-scripts',
  apply: 'build',
  async generateBundle() {
    const [embed, player] = await Promise.all([
      buildAlone(sources.embed, { format: 'iife' }),
      buildAlone(sources.player, { format: 'es' }, [partsOfPages(parts), ownPolicyName]),
    ])
    this.emitFile({ type: 'asset', fileName: 'embed.js', source: embed })
    this.emitFile({ type: 'asset', fileName: 'player.js', source: player })
  },
})
