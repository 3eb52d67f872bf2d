import { codeSpan, escapeMarkdown } from '../../../scenarios/article/markdown.ts'
import type { LanguageTag } from '../../../scenarios/i18n/language.ts'
import { appQuery, markdownPlace } from './places.ts'
import type { ToldMessage, ToldWorkflow } from './told.ts'
import { english } from './words.en.ts'

/**
 * A workflow as Markdown, for readers that are programs. A sentence that has been told before is not
 * told again: its number leads to it.
 */
export const workflowMarkdown = (told: ToldWorkflow, base: string): string => {
  const { words } = told
  const first = new Map<string, number>()
  const sentence = ({ n, story }: ToldMessage): string => {
    const before = first.get(story)
    if (before === undefined) first.set(story, n)
    return before === undefined ? escapeMarkdown(story) : words.as(before)
  }
  const line = (message: ToldMessage): string => {
    const { n, from, to, label, simulated } = message
    const way = from === to ? from : `${from} → ${to}`
    const note = simulated ? ` ${words.simulated}` : ''
    return `${n}. ${way} ${codeSpan(label)}: ${sentence(message)}${note}`
  }
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')
  return `${[
    `# ${escapeMarkdown(told.title)}`,
    escapeMarkdown(told.about),
    `${words.play}: <${base}${appQuery(told.slug, null, told.language)}>`,
    `## ${words.judged}: ${told.standing}`,
    list(told.rules.map(escapeMarkdown)),
    `## ${words.messages}`,
    ...told.chapters.flatMap(({ title, marks, messages }) => [
      ...marks.map((mark) => `*${escapeMarkdown(mark)}*`),
      `### ${escapeMarkdown(title)}`,
      messages.map(line).join('\n'),
    ]),
    `## ${words.lessons}`,
    told.lessons.map(([name, title]) => `${escapeMarkdown(title)} (\`${name}\`)`).join(', '),
    ...(told.attacks.length === 0
      ? []
      : [`## ${words.attacks}`, told.attacks.map(([name]) => `\`${name}\``).join(', ')]),
  ].join('\n\n')}\n`
}

/** Files of workflows, each with how many messages it has and how it is judged. */
const files = (all: readonly ToldWorkflow[], base: string): string =>
  all
    .map(
      ({ slug, language, title, words, count, standing }) =>
        `- [${escapeMarkdown(title)}](${base}${markdownPlace(slug, language)}): ${words.file(count, standing)}`,
    )
    .join('\n')

/**
 * `llms.txt` (llmstxt.org): what there is here, for readers that are programs. What may be left out, the
 * same in another language, is the section that this calls “Optional”.
 */
export const llmsText = (
  told: Readonly<Record<LanguageTag, readonly ToldWorkflow[]>>,
  base: string,
): string =>
  `${[
    '# Login Lab',
    `> An interactive simulator of login workflows: every message, every cookie and why, every theft. ${english.index.description}`,
    'Each file below is a workflow in Markdown. A message is a line: number, sender and receiver, what stands on its arrow, what it does.',
    ...Object.entries(english.clients).map(
      ([client, title]) =>
        `## ${title}\n\n${files(
          told.en.filter((one) => one.client === client),
          base,
        )}`,
    ),
    `## Optional\n\n${files(told.es, base)}`,
  ].join('\n\n')}\n`
