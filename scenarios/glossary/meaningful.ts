/** Names whose values are words with a meaning of their own. */
const valued = new Set([
  'error',
  'error_reason',
  'grant_type',
  'scope',
  'userState',
  'authenticationType',
  'tty',
])

/** The words in a value that the glossary is to explain: `openid profile` are two. */
export const meaningfulWords = (name: string, value: string): readonly string[] => {
  const isCode = /^(?:field|general)Errors\..*\.code$/.test(name)
  return valued.has(name) || isCode ? value.split(' ').filter((word) => word !== '') : []
}
