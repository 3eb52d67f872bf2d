import type { Plugin } from 'vite'

const isMermaid = (module: string): boolean =>
  /node_modules\/(?:@mermaid-js|mermaid)\//.test(module)
const isSequenceDiagram = (module: string): boolean => /\/sequenceDiagram-/.test(module)

/** Stands for everything that Mermaid would load for another diagram. */
const left = '\0not-a-sequence-diagram'

/**
 * Leaves out of the build what no sequence diagram loads. Mermaid imports each kind of diagram, each
 * layout (elk, cytoscape) and formulas (katex) when it meets one; here it meets sequence diagrams
 * alone, without formulas (`escapeMermaid` lets no `$` through). What is left out fails with a
 * sentence, should it ever be asked for.
 */
export const sequenceDiagramsOnly = (): Plugin => ({
  name: 'sequence-diagrams-only',
  apply: 'build',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string' || importer === undefined || !isMermaid(importer)) return null
    return isSequenceDiagram(specifier) ? null : left
  },
  load: (module) =>
    module === left ? `throw new Error('Login Lab draws sequence diagrams only.')` : null,
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) =>
      chunk.type === 'chunk' ? chunk.moduleIds : [],
    )
    // A Mermaid that names its files otherwise would lose the one diagram that is drawn.
    if (modules.some(isMermaid) && !modules.some(isSequenceDiagram))
      this.error('Mermaid has no module any more that is named after the sequence diagram.')
  },
})
