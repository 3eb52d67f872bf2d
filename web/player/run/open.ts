import type { OwnLesson } from '../../../scenarios/model/own-lesson.ts'
import { connectLocal, connectLocalTo, workerUrl } from './local.ts'
import { createOpener } from './opener.ts'
import type { LessonFile } from './protocol.ts'
import type { OpenRun } from './status.ts'
import { prefetchAssets } from './prefetch.ts'
import { connectRemote, fusionAuthOfServer } from './remote.ts'

/** In this page, without asking for a server. */
export const openInPage: OpenRun = createOpener({ server: null, page: connectLocal })

/**
 * The run of an own lesson, always in this page: no server hears of it.
 *
 * @param tell told the lesson, before its run is there
 */
export const openOwn = (file: LessonFile, tell: (lesson: OwnLesson) => void): OpenRun =>
  createOpener({ server: null, page: connectLocalTo(file, tell) })

/** On the server if there is one with room, else in this page. */
export const openAnywhere: OpenRun = async (options, onStatus) => {
  const open = createOpener({ server: connectRemote, page: connectLocal })
  const opened = await open(options, onStatus)
  if (opened.place === 'server') void prefetchAssets(workerUrl)
  return opened
}

/** In this page, unless the server's runs talk to a real FusionAuth, which a page cannot. */
export const openWhereMeant: OpenRun = async (options, onStatus) => {
  const isReal = (await fusionAuthOfServer()) === 'fusionauth'
  return (isReal ? openAnywhere : openInPage)(options, onStatus)
}
