import { attackLessonByName } from '../../../scenarios/attacks/lessons.ts'
import { lessonByName, workflowBySlug } from '../../../scenarios/catalogue/index.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { ShareWords } from '../../i18n/catalogue.ts'
import type { PictureChoices } from './choices.ts'
import { passageFile, type Form } from './forms.ts'
import type { PassagePicture } from './make-in-page.ts'
import { passageOf } from './passage.ts'
import { themes } from './theme.ts'
import { timelineOf } from './timing.ts'
import { canEncodeWebm } from './can-encode-webm.ts'

/** The name of the file of a form. */
export const fileFor = (
  trace: Trace,
  choices: PictureChoices,
  form: Form,
  language: string,
): string => passageFile(trace, choices, form, { language, theme: choices.theme })

/** What is chosen, with all that its pictures depend on, in the words of the page. */
export const pictureOf = (
  trace: Trace,
  choices: PictureChoices,
  { say, language, story, ui }: ShareWords,
): PassagePicture => {
  const workflow = workflowBySlug(trace.workflow)
  const lesson =
    workflow && (lessonByName(workflow, trace.lesson) ?? attackLessonByName(workflow, trace.lesson))
  const source = {
    trace,
    title: workflow === undefined ? trace.workflow : say(workflow.title),
    lesson: lesson === undefined ? trace.lesson : say(lesson.title),
    language,
    say,
    story: (message: Trace['messages'][number]) => story(message, trace),
  }
  const passage = passageOf(source, choices)
  const nameOf = (form: Form): string => fileFor(trace, choices, form, language)
  return {
    passage,
    timeline: timelineOf(passage, trace.participants, choices.pace),
    words: ui.share.picture,
    theme: themes[choices.theme],
    files: {
      still: nameOf('png'),
      moving: nameOf('gif'),
      video: canEncodeWebm() ? nameOf('webm') : null,
      captions: nameOf('vtt'),
    },
  }
}
