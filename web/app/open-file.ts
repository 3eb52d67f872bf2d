import { workflows } from '../../scenarios/catalogue/index.ts'
import { openRecording } from '../features/share/recording.ts'
import type { AskedDefences } from '../router/defence-settings.ts'
import type { LabHost } from './lab-host.ts'

/** Lets a lab play a saved trace; says what is wrong with a file that is none. */
export const openFile = async (host: LabHost, file: File): Promise<void> => {
  const recording = await openRecording(file)
  const known = recording.ok && workflows.some(({ slug }) => slug === recording.trace.workflow)
  if (!recording.ok || !known) {
    const { ui, say } = host.state.words
    const notice = recording.ok
      ? ui.lab.unknownRecording(file.name, recording.trace.workflow)
      : ui.lab.badRecording(file.name, say(recording.problem))
    host.dispatch({ type: 'notify', notice })
    return
  }
  const { workflow, lesson, profile, defences } = recording.trace
  host.dispatch({
    type: 'play-recording',
    recorded: {
      workflow,
      lesson: lesson === 'tour' ? '' : lesson,
      seed: '',
      profile: profile === 'fidelity' ? '' : profile,
      // Switches are what an address can say of them: flags, numbers and words.
      defences: defences as AskedDefences,
    },
    source: { kind: 'given', open: () => Promise.resolve(recording.opened) },
  })
}
