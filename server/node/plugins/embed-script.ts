import { build, type Plugin } from 'vite'

/**
 * `embed.js`: the script that embeds the player is one file with a name that stays, whatever else is
 * built, and leaves no names behind in the page that it is for. It is a build of its own: the pages
 * share modules with it, and would have it share files with them.
 *
 * @param entry path of its source
 */
export const embedScript = (entry: string): Plugin => ({
  name: 'embed-script',
  apply: 'build',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2023',
        rolldownOptions: { input: entry, output: { format: 'iife' } },
      },
    })
    const [output] = Array.isArray(built) ? built : [built]
    if (output === undefined || !('output' in output)) this.error('embed.js was not built.')
    const [chunk, ...others] = output.output
    if (others.length > 0) this.error('embed.js must stand alone.')
    this.emitFile({ type: 'asset', fileName: 'embed.js', source: chunk.code })
  },
})
