/** The two standard forms of a patch, each a pure function of two JSON values. */
import type { Json } from '../../../../scenarios/model/wire.ts'
import { isJsonObject, sameJson } from '../../../../scenarios/model/json.ts'

/** JSON Merge Patch (RFC 7396): null removes a member, and an array takes the place of the old one. */
export const mergePatch = (target: Json | undefined, patch: Json): Json => {
  if (!isJsonObject(patch)) return patch
  const merged = new Map(Object.entries(isJsonObject(target) ? target : {}))
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), value))
  }
  return Object.fromEntries(merged)
}

/** A patch that does not apply; the message says which operation and why. */
export class PatchFailed extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PatchFailed'
  }
}

/** The members of a JSON pointer (RFC 6901). */
const pointer = (path: Json | undefined): readonly string[] => {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) {
    throw new PatchFailed('An operation needs a path that is a JSON pointer.')
  }
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const indexIn = (list: readonly Json[], part: string, most: number): number => {
  const index = part === '-' ? list.length : /^(?:0|[1-9]\d{0,8})$/.test(part) ? Number(part) : -1
  if (index < 0 || index > most) throw new PatchFailed(`There is no index ${part}.`)
  return index
}

const step = (node: Json, part: string): Json => {
  if (Array.isArray(node)) return (node as Json[])[indexIn(node, part, node.length - 1)] ?? null
  if (!isJsonObject(node) || !Object.hasOwn(node, part)) {
    throw new PatchFailed(`There is no member ${part}.`)
  }
  return node[part] ?? null
}

const valueAt = (node: Json, path: readonly string[]): Json => path.reduce(step, node)

type PatchOperation = (parent: Json, last: string) => Json

/** A copy of the document in which `change` has replaced the parent of the path's end. */
const changeAt = (node: Json, path: readonly string[], change: PatchOperation): Json => {
  const [part, ...rest] = path
  if (part === undefined) throw new PatchFailed('The whole document cannot be replaced.')
  if (rest.length === 0) return change(node, part)
  const child = changeAt(step(node, part), rest, change)
  if (Array.isArray(node)) {
    const index = indexIn(node, part, node.length - 1)
    return node.map((item: Json, at) => (at === index ? child : item))
  }
  return isJsonObject(node) ? Object.fromEntries([...Object.entries(node), [part, child]]) : node
}

const adding =
  (value: Json): PatchOperation =>
  (parent, last) => {
    if (Array.isArray(parent))
      return parent.toSpliced(indexIn(parent, last, parent.length), 0, value)
    if (!isJsonObject(parent)) throw new PatchFailed(`Nothing can be added at ${last}.`)
    return Object.fromEntries([...Object.entries(parent), [last, value]])
  }

const removing: PatchOperation = (parent, last) => {
  step(parent, last)
  if (Array.isArray(parent)) return parent.toSpliced(indexIn(parent, last, parent.length - 1), 1)
  if (!isJsonObject(parent)) return parent
  return Object.fromEntries(Object.entries(parent).filter(([name]) => name !== last))
}

const replacing =
  (value: Json): PatchOperation =>
  (parent, last) =>
    Array.isArray(parent)
      ? adding(value)(removing(parent, last), last)
      : adding(value)(parent, last)

type Operation = { readonly [member: string]: Json }

const operations: {
  readonly [op: string]: (document: Json, path: readonly string[], operation: Operation) => Json
} = {
  add: (document, path, { value = null }) => changeAt(document, path, adding(value)),
  copy: (document, path, { from }) =>
    changeAt(document, path, adding(valueAt(document, pointer(from)))),
  move: (document, path, { from }) => {
    const value = valueAt(document, pointer(from))
    return changeAt(changeAt(document, pointer(from), removing), path, adding(value))
  },
  remove: (document, path) => changeAt(document, path, removing),
  replace: (document, path, { value = null }) => {
    valueAt(document, path)
    return changeAt(document, path, replacing(value))
  },
  test: (document, path, { value = null }) => {
    if (!sameJson(valueAt(document, path), value)) throw new PatchFailed('A test did not hold.')
    return document
  },
}

const operate = (document: Json, operation: Json): Json => {
  if (!isJsonObject(operation)) throw new PatchFailed('Every operation has to be an object.')
  const { op } = operation
  const name = typeof op === 'string' ? op : ''
  const perform = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (perform === undefined) {
    throw new PatchFailed('An operation is add, remove, replace, move, copy or test.')
  }
  return perform(document, pointer(operation['path']), operation)
}

/**
 * JSON Patch (RFC 6902): all operations or none.
 *
 * @throws PatchFailed when an operation does not apply.
 */
export const jsonPatch = (document: Json, patch: Json): Json => {
  if (!Array.isArray(patch)) throw new PatchFailed('A JSON Patch is a list of operations.')
  return patch.reduce<Json>(operate, document)
}
