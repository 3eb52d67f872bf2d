import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const client = /\/@fusionauth\/typescript-client\/build\/src\/FusionAuthClient\.js$/
const className = 'FusionAuthClient'

/** FusionAuth's other side: it answers, and its functions have names like those of the client's methods. */
const standIn = 'server/fusionauth/stand-in/'

const wordsOf = (code: string): readonly string[] => code.match(/[A-Za-z_$][\w$]*/g) ?? []

/** A part of the client's module that goes or stays as a whole. */
interface Part {
  readonly name: string
  readonly start: number
  readonly end: number
}

type Ast = ReturnType<typeof import('vite').parseAst>
type Statement = Ast['body'][number]

const methodsOf = (body: readonly Statement[]): readonly Part[] => {
  const found = body.find((one) => one.type === 'ClassDeclaration' && one.id?.name === className)
  if (found?.type !== 'ClassDeclaration') return []
  return found.body.body.flatMap((one) =>
    one.type === 'MethodDefinition' && one.kind === 'method' && one.key.type === 'Identifier'
      ? [{ name: one.key.name, start: one.start, end: one.end }]
      : [],
  )
}

/** The enumerations, each as `var Name;` and a function that is called with it. */
const enumerationsOf = (body: readonly Statement[]): readonly Part[] =>
  body.flatMap((one, at) => {
    const filled = body[at + 1]
    if (one.type !== 'VariableDeclaration' || filled?.type !== 'ExpressionStatement') return []
    const [variable] = one.declarations
    if (variable?.id.type !== 'Identifier' || variable.init !== null) return []
    const isCall =
      filled.expression.type === 'CallExpression' &&
      filled.expression.callee.type === 'FunctionExpression'
    return isCall ? [{ name: variable.id.name, start: one.start, end: filled.end }] : []
  })

/** `exports.A = exports.B = … = void 0`, which says nothing that is not said again. */
const announcementOf = (body: readonly Statement[], code: string): readonly Part[] =>
  body.flatMap((one) =>
    one.type === 'ExpressionStatement' &&
    /^exports\.\w+ = (?:exports\.\w+ = )+void 0;$/.test(code.slice(one.start, one.end))
      ? [{ name: '', start: one.start, end: one.end }]
      : [],
  )

/** Names of methods that are meant, and of those that these call. */
const reached = (
  code: string,
  methods: readonly Part[],
  isMeant: (name: string) => boolean,
): ReadonlySet<string> => {
  const taken = new Set<string>()
  const take = ({ name, start, end }: Part): void => {
    if (taken.has(name)) return
    taken.add(name)
    const called = new Set(
      [...code.slice(start, end).matchAll(/\bthis\.(\w+)\(/g)].map((call) => call[1]),
    )
    methods.filter((method) => called.has(method.name)).forEach(take)
  }
  methods.filter(({ name }) => isMeant(name)).forEach(take)
  return taken
}

/**
 * The official client has some 400 methods and 90 enumerations, of which the applications use few. What no
 * source of ours names is left out of the build; the rest of the client stays as it is.
 *
 * A name is looked for as a word anywhere in our sources, so more may stay than is used, and nothing is
 * left out that is called by its name, in brackets and quotes too. Only a name that is put together while
 * the page runs would not be seen; there is none. A module of the build that names what was left out
 * of `server`, which alone may have the client, stops the build.
 *
 * @param root folder of the sources, with a slash at its end
 * @param sources folders of the files that may use the client; the stand-in does not
 */
export const officialClient = (root: string, sources: readonly string[]): Plugin => {
  const left = new Set<string>()
  return {
    name: 'official-client',
    apply: 'build',
    transform(code, id) {
      if (!client.test(id)) return null
      const files = sources.flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .map((name) => join(folder, name))
          .filter((name) => name.endsWith('.ts') && !name.startsWith(standIn)),
      )
      const words = new Set(
        files.flatMap((file) => wordsOf(readFileSync(join(root, file), 'utf8'))),
      )
      const { body } = this.parse(code)
      const methods = methodsOf(body)
      const enumerations = enumerationsOf(body)
      if (methods.length === 0 || enumerations.length === 0)
        this.error('The official client is not written any more as it is known here.')
      const taken = reached(code, methods, (name) => words.has(name))
      const dropped = [
        ...methods.filter(({ name }) => !taken.has(name)),
        ...enumerations.filter(({ name }) => !words.has(name)),
      ]
      for (const { name } of dropped) left.add(name)
      return [...dropped, ...announcementOf(body, code)]
        .toSorted((one, other) => other.start - one.start)
        .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code)
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, { code }] of Object.entries(chunk.modules)) {
          const isServer = id.startsWith(join(root, 'server/'))
          if (!isServer || id.startsWith(join(root, standIn))) continue
          const lost = wordsOf(code ?? '').find((word) => left.has(word))
          if (lost !== undefined)
            this.error(`${id.slice(root.length)} uses ${lost}, which was left out of the client.`)
        }
      }
    },
  }
}
