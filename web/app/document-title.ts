import { lessons, workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { attackOf } from '../router/attack-lesson.ts'
import { AttackTitles } from '../player/attack-titles.ts'
import { isRunView, type Route } from '../router/route.ts'
import type { Words } from '../i18n/catalogue.ts'
import type { LabElement } from './lab-host.ts'

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
  { view, workflow, lesson }: Route,
  { ui, say }: Words,
  attacks: AttackTitles,
): string => {
  const about = isRunView(view)
    ? [lessonOf(workflow, lesson, attacks), workflowBySlug(workflow)?.title ?? null]
    : [view === 'start' ? null : ui.start.variants[view][0]]
  const named = about.filter((part) => part !== null).map((part) => say(part))
  return [...named, 'Login Lab'].join(' · ')
}

/** Tells the browser, at every change, what page this is and in which language it speaks. */
export const followTitle = (lab: LabElement): void => {
  const attacks = new AttackTitles(lab, () => attackOf(lab.state.route.lesson) !== null)
  let told: readonly unknown[] = []
  const hostUpdated = (): void => {
    const { words, route } = lab.state
    // Set anew, even to the same language, it lays out the whole page anew.
    if (document.documentElement.lang !== words.language)
      document.documentElement.lang = words.language
    const now = [route.view, route.workflow, route.lesson, words, attacks.known]
    if (now.every((part, index) => part === told[index])) return
    told = now
    document.title = titleOf(route, words, attacks)
  }
  lab.addController({ hostUpdated })
}
