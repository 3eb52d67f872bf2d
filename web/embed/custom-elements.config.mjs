/**
 * How `npm run manifest` reads the two elements that pages of others use; see
 * https://custom-elements-manifest.open-wc.org. The analyzer takes Lit's `state: true` for an
 * attribute, any `x.y = …` of a constructor for a field, and knows no tag that a loop defines, so
 * that is put right here.
 */

const publicTags = new Set(['login-lab', 'login-lab-embed'])

/** By class: its tag, what it declares, and which of that is Lit's inner state. */
const classes = new Map()

const factsOf = (name) => {
  if (!classes.has(name)) classes.set(name, { tag: '', declared: new Set(), inner: new Set() })
  return classes.get(name)
}

const readClass = (node) => {
  const { declared, inner } = factsOf(node.name.getText())
  for (const member of node.members) {
    const name = member.name?.getText()
    declared.add(name)
    if (name !== 'properties') continue
    for (const property of member.initializer?.properties ?? [])
      if (/\bstate: true\b/.test(property.getText())) inner.add(property.name.getText())
  }
}

const publicOf = (declaration) => {
  const of = ({ inheritedFrom }) => factsOf(inheritedFrom?.name ?? declaration.name)
  const isPublic = (member) =>
    (member.privacy ?? 'public') === 'public' &&
    of(member).declared.has(member.name) &&
    !of(member).inner.has(member.name)
  return {
    ...declaration,
    members: declaration.members?.filter(isPublic),
    attributes: declaration.attributes?.filter((one) => !of(one).inner.has(one.fieldName)),
    events: declaration.events?.filter(({ description }) => description !== undefined),
  }
}

const publicElements = {
  name: 'public-elements',
  analyzePhase({ ts, node }) {
    if (ts.isClassDeclaration(node) && node.name) readClass(node)
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementTagNameMap')
      for (const { name, type } of node.members) factsOf(type.getText()).tag = name.text
  },
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations
        .map((one) => ({
          ...one,
          tagName: one.tagName ?? (classes.get(one.name)?.tag || undefined),
        }))
        .filter(({ kind, tagName }) => kind === 'class' && publicTags.has(tagName))
        .map((one) => publicOf({ ...one, customElement: true }))
      module.exports = module.exports.filter(({ name }) =>
        module.declarations.some((one) => one.name === name),
      )
    }
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0)
  },
}

export default {
  globs: ['web/**/*.ts'],
  outdir: '.',
  litelement: true,
  // It would write into package.json.
  packagejson: false,
  plugins: [publicElements],
}
