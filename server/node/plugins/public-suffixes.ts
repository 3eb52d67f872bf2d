import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** The list as `tldts` has it: rules as paths through a graph, from the last label of a name to its first. */
interface Rules {
  /** By node: whether a rule ends here, and of which part of the list. */
  readonly nodeFlags: ArrayLike<number>
  /** By node: its first edge; the next node's is where they end. */
  readonly edgeStart: ArrayLike<number>
  /** By edge: length of its label, and the node that it leads to. */
  readonly edgeLength: ArrayLike<number>
  readonly edgeChild: ArrayLike<number>
  /** The labels of all edges, one after another. */
  readonly labelText: string
  readonly rulesRoot: number
  readonly exceptionsRoot: number
}

interface Edge {
  readonly label: string
  readonly child: number
}

const edgesOf = ({ nodeFlags, edgeStart, edgeLength, edgeChild, labelText }: Rules) => {
  let at = 0
  return Array.from(nodeFlags, (_, node) => {
    const own: Edge[] = []
    for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge++) {
      const end = at + (edgeLength[edge] ?? 0)
      own.push({ label: labelText.slice(at, end), child: edgeChild[edge] ?? 0 })
      at = end
    }
    return own
  })
}

/** The labels of a name, the last one first. */
const pathOf = (name: string): readonly string[] => name.split('.').toReversed()

/**
 * The rules that say anything of these names, of what they are below, and of what is below them.
 *
 * @param names canonical names of hosts, such as `example.com`
 */
export const rulesFor = (rules: Rules, names: readonly string[]): Rules => {
  const edges = edgesOf(rules)
  const nodeFlags: number[] = []
  const kept: (readonly Edge[])[] = []
  /** @param paths what is still to be gone of each name; one that is at its end takes all that is below */
  const take = (node: number, paths: readonly (readonly string[])[]): number => {
    const own = (edges[node] ?? []).flatMap(({ label, child }) => {
      const on = paths.filter(([next]) => next === undefined || label === '*' || label === next)
      return on.length === 0
        ? []
        : [
            {
              label,
              child: take(
                child,
                on.map((path) => path.slice(1)),
              ),
            },
          ]
    })
    kept.push(own)
    return nodeFlags.push(rules.nodeFlags[node] ?? 0) - 1
  }
  const paths = names.map(pathOf)
  const rulesRoot = take(rules.rulesRoot, paths)
  const exceptionsRoot = take(rules.exceptionsRoot, paths)
  const all = kept.flat()
  const edgeStart = [0]
  for (const own of kept) edgeStart.push((edgeStart.at(-1) ?? 0) + own.length)
  return {
    nodeFlags,
    edgeStart,
    edgeLength: all.map(({ label }) => label.length),
    edgeChild: all.map(({ child }) => child),
    labelText: all.map(({ label }) => label).join(''),
    rulesRoot,
    exceptionsRoot,
  }
}

const list = /\/tldts\/dist\/es6\/src\/data\/trie\.js$/

/** After the list's name: all of it. */
const whole = '?whole'

/**
 * Of the Public Suffix List (130 kB), pages have what it says of the hosts that a run has. Of any other
 * name they know no rule but that its last label is a suffix. Nobody answers at such a host, so it sets no
 * cookie; and whatever its site is called, it is none of the run's.
 *
 * A Worker of the name `every` loads all of it: it has runs of other hosts.
 *
 * @param names of the hosts, or what they are below
 */
export const publicSuffixes = (names: readonly string[], every: string): Plugin => ({
  name: 'public-suffixes',
  apply: 'build',
  async transform(code, id) {
    if (!list.test(id)) return null
    const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    const rules = rulesFor(module as Rules, names)
    const exports = Object.keys(rules).join(', ')
    return [
      `const some = ${JSON.stringify(rules)}`,
      `const isEvery = globalThis.name === ${JSON.stringify(every)}`,
      `export const { ${exports} } = isEvery ? await import(${JSON.stringify(id + whole)}) : some`,
    ].join('\n')
  },
  load: (id) =>
    id.endsWith(whole) && list.test(id.slice(0, -whole.length))
      ? readFileSync(id.slice(0, -whole.length), 'utf8')
      : null,
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) =>
      chunk.type === 'chunk' ? chunk.moduleIds : [],
    )
    // A tldts that names its files otherwise would bring the whole list again.
    if (!modules.some((id) => list.test(id)))
      this.error('tldts has no module any more that is named after its list.')
  },
})
