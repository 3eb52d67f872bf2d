import type { LoginLab } from './components/login-lab.ts'
import type { Playback } from './playback.ts'

/** Opens the ways to take a run elsewhere; their code is loaded when it is first wanted. */
export const showShare = async (lab: LoginLab, playback: Playback): Promise<void> => {
  playback.pause()
  try {
    const { LabShare } = await import('./components/lab-share.ts')
    if (customElements.get('lab-share') === undefined) customElements.define('lab-share', LabShare)
    const dialog =
      lab.renderRoot.querySelector('lab-share') ??
      lab.renderRoot.appendChild(document.createElement('lab-share'))
    await dialog.show({ playback: playback.state, traces: playback.traces })
  } catch {
    lab.notice = lab.words.ui.lab.partFailed
  }
}
