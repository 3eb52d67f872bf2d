import type { Words } from '../words/catalogue.ts'
import type { StrangeRun } from './open.ts'

/** What is wrong with the run of a link, in a sentence. */
export const runProblem = ({ run }: StrangeRun, { ui, say }: Words): string => {
  const { share } = ui
  switch (run.kind) {
    case 'version':
      return share.linkVersion(run.found)
    case 'too-long':
      return share.linkTooLong
    case 'unknown':
      return share.linkUnknown(run.word, run.near)
    case 'branch':
      return share.linkBranch(run.found)
    case 'refused':
      return share.linkRefused(say(run.problem))
  }
}
