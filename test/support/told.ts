import { workflows } from '../../scenarios/catalogue/index.ts'

/**
 * The workflows whose every message has its story, every name its entry and every sentence its
 * Spanish. All of them run; this list grows until it is theirs.
 */
export const toldWorkflows = workflows.slice(0, 3)
