import type { LoginLab } from '../components/login-lab.ts'
import type { Playback } from '../playback.ts'

/** Opens attacks and defences for the run that is shown; their code is loaded when first wanted. */
export const showDefences = async (lab: LoginLab, playback: Playback): Promise<void> => {
  playback.pause()
  try {
    const { LabDefend } = await import('../components/lab-defend.ts')
    if (customElements.get('lab-defend') === undefined)
      customElements.define('lab-defend', LabDefend)
    const dialog =
      lab.renderRoot.querySelector('lab-defend') ??
      lab.renderRoot.appendChild(document.createElement('lab-defend'))
    await dialog.show({ run: playback.state.run, asked: lab.defences })
  } catch {
    lab.notice = lab.words.ui.lab.partFailed
  }
}
