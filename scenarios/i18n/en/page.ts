import type { TextCatalogue } from '../catalogue.ts'
import type { PageTexts } from '../../model/texts/page.ts'

export const page: TextCatalogue<PageTexts> = {
  'problem.unable': 'This run cannot do that.',
  'problem.not-started': 'The run could not start.',
  'problem.not-started-in-page': 'The run could not start in this page.',
  'problem.page-stopped': 'The run in this page has stopped. Start it again.',
  'problem.no-answer': 'The run did not answer. Try again.',
  'problem.server-silent': 'The server does not answer. Check that it is running, then try again.',
  'problem.server-status': ({ status }) => `The server answered with status ${status}.`,
  'problem.no-server': 'There is no Login Lab server at this address.',
}
