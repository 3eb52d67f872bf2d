import { lessons, workflowBySlug } from '../scenarios/catalogue/index.ts'
import { attackOf } from './attack-of.ts'
import { AttackTitles } from './attack-titles.ts'
import type { LoginLab } from './components/login-lab.ts'
import type { Words } from './words/catalogue.ts'

/** What is played, unless it is the whole tour. */
const lessonOf = (slug: string, name: string, attacks: AttackTitles): string | null => {
  const attack = attackOf(name)
  if (attack !== null) return attacks.titleOf(attack)
  const workflow = workflowBySlug(slug)
  const taught = workflow === undefined ? [] : lessons(workflow).slice(1)
  return taught.find((lesson) => lesson.name === name)?.title ?? null
}

/** The title of a page, the particular first; the first page has the name alone. */
const titleOf = (
  { view, workflow, lesson }: LoginLab,
  { ui, say }: Words,
  attacks: AttackTitles,
): string => {
  const isRun = view === 'play' || view === 'compare'
  const about = isRun
    ? [lessonOf(workflow, lesson, attacks), workflowBySlug(workflow)?.title ?? null]
    : [view === 'start' ? null : ui.start.ways[view][0]]
  const named = about.filter((part) => part !== null).map((part) => say(part))
  return [...named, 'Login Lab'].join(' · ')
}

/** Tells the browser, at every change, what page this is and in which language it speaks. */
export const keepHeading = (lab: LoginLab): void => {
  const attacks = new AttackTitles(lab, () => attackOf(lab.lesson) !== null)
  let told: readonly unknown[] = []
  const hostUpdated = (): void => {
    const { words } = lab
    // Set anew, even to the same language, it lays out the whole page anew.
    if (document.documentElement.lang !== words.language)
      document.documentElement.lang = words.language
    const now = [lab.view, lab.workflow, lab.lesson, words, attacks.known]
    if (now.every((part, index) => part === told[index])) return
    told = now
    document.title = titleOf(lab, words, attacks)
  }
  lab.addController({ hostUpdated })
}
