import { html, nothing, type TemplateResult } from 'lit'
import { lessons, type Lesson, type Workflow } from '../../../scenarios/catalogue/index.ts'
import { attackOf } from '../../router/attack-lesson.ts'
import { workflowLink } from '../../router/links.ts'
import { phaseTitle } from '../../../scenarios/projections/words.ts'
import { type Text, textOf } from '../../../scenarios/model/text.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { HeaderParts } from './header-parts.ts'
import type { Pick as PickedLink, PickGroup } from './lab-picker.ts'

/** Below a heading that names the client, a title need not name it again. */
export const withoutClient = (workflow: Workflow): Text => {
  const { client, login, sessionStrategy, fusionauth, backend } = workflow
  return textOf('workflow.below-client', { client, login, sessionStrategy, fusionauth, backend })
}

const pickOf = (
  workflow: Workflow,
  current: Workflow | undefined,
  { ui, say }: Words,
  isBelowClient: boolean,
  compared: string | null,
): PickedLink => {
  const { slug, title, sso } = workflow
  return {
    href: workflowLink(slug, location.search, '', compared),
    title: say(isBelowClient ? withoutClient(workflow) : title),
    words: `${slug} ${say(title)}`,
    note: sso ? ui.header.sso : ui.header.noSso,
    noteStands: sso,
    current: slug === current?.slug,
  }
}

/** The workflows by the kind of their client, which has a title when there is more than one. */
const workflowGroups = (
  { workflows, workflow: current, view }: HeaderParts,
  words: Words,
): readonly PickGroup[] => {
  // Beside another workflow, the picker chooses the one that is beside it.
  const compared = view === 'compare' ? new URL(location.href).searchParams.get('compare') : null
  const clients = [...new Set(workflows.map(({ client }) => client))]
  return clients.map((client) => ({
    title: clients.length > 1 ? words.ui.header.clients[client] : '',
    picks: workflows
      .filter((workflow) => workflow.client === client)
      .map((workflow) => pickOf(workflow, current, words, clients.length > 1, compared)),
  }))
}

/** The attack that is played is a lesson, too; all others are found elsewhere, and so are own lessons. */
const lessonPicker = (
  workflow: Workflow,
  { lesson: chosen, own }: Pick<HeaderParts, 'lesson' | 'own'>,
  { ui, say }: Words,
): TemplateResult => {
  const { header } = ui
  const taught = lessons(workflow)
  const attack = attackOf(chosen)
  const lesson =
    attack === null
      ? (taught.find(({ name }) => name === chosen) ?? taught[0])
      : { name: chosen, title: textOf('attack', { attack }) }
  const pick = ({ name, title }: Pick<Lesson, 'name' | 'title'>): PickedLink => ({
    href: workflowLink(workflow.slug, location.search, name),
    title: say(title),
    note: '',
    noteStands: false,
    current: own === null && name === lesson?.name,
  })
  const groups = [{ title: '', picks: taught.map(pick) }]
  if (attack !== null && lesson !== undefined)
    groups.push({ title: say(phaseTitle('attack')), picks: [pick(lesson)] })
  return html`<lab-picker
    class="lesson"
    name="lessons"
    .label=${header.lesson}
    .listLabel=${header.lessons}
    .current=${own ?? (lesson === undefined ? '' : say(lesson.title))}
    .groups=${groups}
  ></lab-picker>`
}

/** Which workflow is played, and which of its lessons; a recording has no other. */
export const headerPickers = (header: HeaderParts, words: Words): TemplateResult => {
  const { ui, say } = words
  const { workflow } = header
  return html`<lab-picker
      class="workflow"
      .label=${ui.header.workflow}
      .listLabel=${ui.header.workflows}
      .findLabel=${ui.header.find}
      .noneLabel=${ui.header.noneFound}
      .current=${workflow === undefined ? ui.header.chooseWorkflow : say(workflow.title)}
      .groups=${workflowGroups(header, words)}
    ></lab-picker>
    ${
      workflow === undefined || header.place === 'recording'
        ? nothing
        : lessonPicker(workflow, header, words)
    }`
}
