import { expect, test } from 'vitest'
import { errataOf } from '../../scenarios/catalogue/errata.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { english as stories } from '../../scenarios/narration/english.ts'
import { english as words } from '../../scenarios/article/english.ts'
import { articleOf } from '../../scenarios/article/index.ts'
import { played } from '../support/play.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

/** Workflows by how many remarks their published articles call for. */
const remarked = workflows.filter((workflow) => errataOf(workflow).length > 0)

test('Ten published articles are wrong beside their diagrams, and no other workflow is', () => {
  expect(remarked.map(({ client, login }) => `${client} ${login}`).toSorted()).toEqual([
    'spa native-at-fusionauth',
    'spa native-at-fusionauth',
    'spa native-at-fusionauth',
    'spa password-grant',
    'spa password-grant',
    'spa password-grant',
    'webapp authorization-code',
    'webapp password-grant',
    'webapp password-grant',
    'webapp password-grant',
  ])
})

test.each(remarked)('what the article of $slug gets wrong is told in ours', async (workflow) => {
  const trace = await played({ workflow: workflow.slug }, { rehearse: false })
  const article = articleOf(trace, { words, stories, say: sayEnglish }).replaceAll('\\', '')
  for (const erratum of errataOf(workflow))
    expect(article).toContain(`- ${sayEnglish({ code: 'erratum', params: { erratum } })}`)
})
