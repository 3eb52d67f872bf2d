import type { Participant } from '../../scenarios/model/participant.ts'
import type { Words } from './catalogue.ts'

/** What a participant is called. */
export const nameOf = (participant: Participant, { rename }: Pick<Words, 'rename'>): string =>
  rename?.<string>(participant) ?? participant
