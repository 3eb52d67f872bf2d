import { workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { presets } from '../../scenarios/defences/presets.ts'
import { slugs } from './play.ts'

const workflow = workflowBySlug(slugs.code)
if (workflow === undefined) throw new Error('the workflow of the code grant is gone')

/** What is in force where nothing is asked for, at the workflow of the code grant. */
export const usualSettings = presets.usual(workflow)
