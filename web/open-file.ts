import { workflows } from '../scenarios/catalogue/index.ts'
import type { LabElement } from './api/lab-element.ts'
import { openRecording } from './recording.ts'

/** Lets a lab play a saved trace; says what is wrong with a file that is none. */
export const openFile = async (lab: LabElement, file: File): Promise<void> => {
  const recording = await openRecording(file)
  const known = recording.ok && workflows.some(({ slug }) => slug === recording.trace.workflow)
  if (!recording.ok || !known) {
    const words = lab.words.ui.lab
    lab.notice = recording.ok
      ? words.unknownRecording(file.name, recording.trace.workflow)
      : words.badRecording(file.name, lab.words.say(recording.problem))
    return
  }
  lab.notice = null
  lab.view = 'play'
  lab.step = ''
  lab.workflow = recording.trace.workflow
  lab.openRun = () => Promise.resolve(recording.opened)
}
