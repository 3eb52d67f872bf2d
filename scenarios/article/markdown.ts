/**
 * Makes any text safe inside a paragraph of Markdown (CommonMark §2.4): every character that could
 * begin markup, a link or HTML is escaped; line breaks become spaces.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&!$]/g, String.raw`\$&`)
    .replace(/^(\s*\d*)([-+.)])/, String.raw`$1\$2`)
    .replace(/\b(https?|ftp|www)([:.])/gi, String.raw`$1\$2`)

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))

/** Text as code within a line (CommonMark §6.1), whatever is in it. */
export const codeSpan = (text: string): string => {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  if (line === '') return ''
  const fence = '`'.repeat(longestRun(line) + 1)
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`
}

/** Text as a block of code (CommonMark §4.5), in a fence that is not in the text. */
export const codeBlock = (language: string, text: string): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return [fence + language, text.replace(/\n$/, ''), fence].join('\n')
}
