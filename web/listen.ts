import type { LoginLab } from './components/login-lab.ts'
import { hear } from './events.ts'
import { obey } from './obey.ts'
import type { Playback } from './playback.ts'
import { saveTrace } from './recording.ts'
import { showDefences } from './defend/show.ts'
import { showShare } from './share.ts'
import { chooseTheme, switchShortcuts } from './theme.ts'
import { chooseLanguage } from './words/choice.ts'

const listenForPlayback = (lab: LoginLab, playback: () => Playback | null): void => {
  hear(lab, 'lab-send', (event) => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    void playback()?.act(event, !isCalm)
  })
  hear(lab, 'lab-seek', (to) => void playback()?.seek(to))
  hear(lab, 'lab-command', (command) => {
    const player = playback()
    if (player !== null) obey(player, command)
  })
  hear(lab, 'lab-speed', (speed) => playback()?.setSpeed(speed))
  hear(lab, 'lab-branch', (branch) => void playback()?.switchTo(branch))
  hear(lab, 'lab-go', (step) => void lab.goTo(step))
  hear(lab, 'lab-share', () => {
    const player = playback()
    if (player !== null) void showShare(lab, player)
  })
  hear(lab, 'lab-defend', () => {
    const player = playback()
    if (player !== null) void showDefences(lab, player)
  })
}

const listenForRuns = (lab: LoginLab): void => {
  hear(lab, 'lab-profile', (profile) => {
    lab.step = ''
    lab.profile = profile
  })
  hear(lab, 'lab-lesson', (lesson) => {
    lab.step = ''
    lab.ask = ''
    lab.lesson = lesson
  })
  hear(lab, 'lab-defences', ({ lesson, defences }) => {
    lab.step = ''
    lab.ask = ''
    lab.lesson = lesson
    lab.defences = defences
    lab.autoplay = true
    // With nothing changed, too, the lesson begins anew.
    lab.requestUpdate('defences', null)
  })
  hear(lab, 'lab-asks', (asks) => {
    lab.asks = asks
  })
  hear(lab, 'lab-save', () => {
    if (lab.session.kind !== 'open') return
    saveTrace(lab.session.playback.run.trace).catch((error: unknown) => {
      const { share } = lab.words.ui
      lab.notice = share.failed(share.trace, error instanceof Error ? error.message : '')
    })
  })
  hear(lab, 'lab-file', (file) => void lab.openFile(file))
  lab.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  })
  lab.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    event.preventDefault()
    void lab.openFile(file)
  })
}

const listenForViews = (lab: LoginLab): void => {
  hear(lab, 'lab-view', (view) => {
    lab.view = view
  })
  hear(lab, 'lab-compare', (other) => {
    lab.compare = other
    lab.view = 'compare'
  })
  hear(lab, 'lab-predict', (predicting) => {
    lab.predicting = predicting
  })
  hear(lab, 'lab-follow', (name) => {
    lab.followedName = name
  })
  hear(lab, 'lab-found', (found) => {
    lab.found = found
  })
  hear(lab, 'lab-layer', (layer) => {
    lab.layer = layer
  })
  hear(lab, 'lab-picture', (picture) => {
    lab.picture = picture
  })
  hear(lab, 'lab-picture-drawn', () => {
    lab.drawn = true
  })
  hear(lab, 'lab-picture-failed', (reason) => {
    lab.drawn = false
    lab.notice = lab.words.ui.lab.noDiagram(reason)
  })
}

const listenForPage = (lab: LoginLab): void => {
  hear(lab, 'lab-help', () => lab.showHelp())
  hear(lab, 'lab-theme', (theme) => {
    chooseTheme(theme)
    lab.theme = theme
  })
  hear(lab, 'lab-language', (language) => {
    chooseLanguage(language)
    lab.language = language
  })
  hear(lab, 'lab-shortcuts', (on) => {
    switchShortcuts(on)
    lab.shortcutsOn = on
  })
}

/** Lets a lab do what the elements inside it ask for. */
export const listen = (lab: LoginLab, playback: () => Playback | null): void => {
  listenForPlayback(lab, playback)
  listenForRuns(lab)
  listenForViews(lab)
  listenForPage(lab)
}
