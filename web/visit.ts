import { workflows } from '../scenarios/catalogue/index.ts'
import type { LoginLab } from './components/login-lab.ts'
import { readLink, type DeepLink, type Page } from './deep-link.ts'
import { openAnywhere, openInPage } from './run/open.ts'
import { openShared, wrongIn } from './run-link/open.ts'
import { showTheme, themeOf } from './theme.ts'
import { wishesOf } from './wishes.ts'
import { languageOf } from './words/languages.ts'

/** Whether the lab shows the run of this address already. */
const isOpen = (lab: LoginLab, workflow: string, address: URL): boolean => {
  const { lesson, seed, profile, ask, defences } = readLink(address)
  return (
    lab.hasUpdated &&
    (lab.view === 'play' || lab.view === 'compare') &&
    ask === null &&
    lab.workflow === workflow &&
    lab.lesson === (lesson ?? '') &&
    lab.seed === (seed ?? '') &&
    lab.profile === (profile ?? '') &&
    lab.defences === defences
  )
}

/** The page without a run that an address asks for; null when it asks for a run. */
const pageOf = (link: DeepLink): Page | null => {
  if (link.choose !== null) return 'choose'
  if (link.matrix !== null) return 'matrix'
  const { workflow, step, lesson, compare, run } = link
  return [workflow, step, lesson, compare, run].every((one) => one === null) ? 'start' : null
}

/**
 * Lets a lab show what an address asks for: the start page when it names no run, else the run, paused
 * at its message. What is unknown is told, and the rest is done.
 */
export const visit = (lab: LoginLab, address: URL): void => {
  const { link, strange } = wishesOf(address, readLink(address))
  const theme = themeOf(link.theme)
  const language = languageOf(link.language)
  lab.strange = strange
  lab.layer = link.layer
  lab.followedName = link.follow
  if (link.speed !== null) lab.speed = Number(link.speed)
  if (language !== null) lab.language = language
  if (theme !== null) {
    showTheme(theme)
    lab.theme = theme
  }
  const page = pageOf(link)
  const workflow = link.workflow ?? workflows[0]?.slug ?? ''
  const view = link.compare === null ? 'play' : 'compare'
  lab.compare = link.compare ?? ''
  const run = link.run ?? ''
  const show = (): void => {
    const open = link.inPage ? openInPage : openAnywhere
    lab.sharedRun = run
    lab.openRun =
      run === ''
        ? open
        : openShared(run, open, (problem) => {
            lab.strange = [...lab.strange, problem]
          })
    lab.view = page ?? view
    lab.asks = link.choose ?? link.matrix ?? ''
    lab.cell = link.cell
    lab.defences = link.defences
    lab.workflow = workflow
    lab.step = link.step ?? ''
    lab.lesson = link.lesson ?? ''
    lab.seed = link.seed ?? ''
    lab.profile = link.profile ?? ''
    lab.ask = link.ask ?? ''
    lab.autoplay = link.autoplay
  }
  if (page !== null || !isOpen(lab, workflow, address)) show()
  else if (lab.sharedRun === run) {
    lab.view = view
    if (link.step !== null) void lab.goTo(link.step)
  } else if (run === '') show()
  else
    void wrongIn(run).then((wrong) => {
      if (wrong === null) return show()
      // A damaged link takes nothing away from the run that is open.
      lab.sharedRun = run
      lab.strange = [...lab.strange, wrong]
      if (link.step !== null) void lab.goTo(link.step)
    }, show)
}
