import { workflows } from '../../scenarios/catalogue/index.ts'

/** The workflows whose foretelling is held by tests of its own; the questions of the others follow from the same rules. */
export const toldWorkflows = workflows.slice(0, 3)
