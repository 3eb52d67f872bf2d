import type { TextCatalogue } from '../catalogue.ts'
import type { TableTexts } from '../../model/texts/tables.ts'
import { attacks } from './attacks.ts'
import { published } from './published.ts'

export const tables: TextCatalogue<TableTexts> = {
  attack: ({ attack }) => attacks.attacks[attack].title,
  'attack.needs': ({ attack }) => attacks.attacks[attack].needs,
  incident: ({ incident }) => attacks.incidents[incident],
  erratum: ({ erratum }) => published.errata[erratum],
  inference: ({ inference }) => published.inferences[inference],
}
