import { lessons, workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { attackOf } from '../router/attack-lesson.ts'
import { isRunView, type Route } from '../router/route.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import type { Words } from '../i18n/catalogue.ts'
import type { LabElement } from './lab-host.ts'
import { ownTitle } from './speech.ts'

/** What is played, unless it is the whole tour. */
const lessonOf = (slug: string, name: string): Text | null => {
  const attack = attackOf(name)
  if (attack !== null) return textOf('attack', { attack })
  const workflow = workflowBySlug(slug)
  const taught = workflow === undefined ? [] : lessons(workflow).slice(1)
  return taught.find((lesson) => lesson.name === name)?.title ?? null
}

/** The title of a page, the particular first; the first page has the name alone. */
const titleOf = (
  { view, workflow, lesson }: Route,
  { ui, say }: Words,
  own: string | null,
): string => {
  const about = isRunView(view)
    ? [
        own === null ? lessonOf(workflow, lesson) : textOf('quoted', { text: own }),
        workflowBySlug(workflow)?.title ?? null,
      ]
    : [view === 'start' ? null : textOf('quoted', { text: ui.start.variants[view][0] })]
  const named = about.filter((part) => part !== null).map((part) => say(part))
  return [...named.filter((part) => part !== ''), 'Login Lab'].join(' · ')
}

/** Tells the browser, at every change, what page this is and in which language it speaks. */
export const followTitle = (lab: LabElement): void => {
  let told: readonly unknown[] = []
  const hostUpdated = (): void => {
    const { words, route, own } = lab.state
    // Set anew, even to the same language, it lays out the whole page anew.
    if (document.documentElement.lang !== words.language)
      document.documentElement.lang = words.language
    const now = [route.view, route.workflow, route.lesson, words, own]
    if (now.every((part, index) => part === told[index])) return
    told = now
    document.title = titleOf(route, words, ownTitle(lab.state))
  }
  lab.addController({ hostUpdated })
}
