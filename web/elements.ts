import { LabAstray } from './components/lab-astray.ts'
import { LabChip } from './components/lab-chip.ts'
import { LabChoices } from './components/lab-choices.ts'
import { LabClock } from './components/lab-clock.ts'
import { LabControls } from './components/lab-controls.ts'
import { LabGo } from './components/lab-go.ts'
import { LabHeader } from './components/lab-header.ts'
import { LabHelp } from './components/lab-help.ts'
import { LabInspector } from './components/lab-inspector.ts'
import { LabLegend } from './components/lab-legend.ts'
import { LabMenu } from './components/lab-menu.ts'
import { LabList } from './components/lab-list.ts'
import { LabMessage } from './components/lab-message.ts'
import { LabPicker } from './components/lab-picker.ts'
import { LabNotice } from './components/lab-notice.ts'
import { LabStart } from './components/lab-start.ts'
import { LabCopy } from './components/lab-copy.ts'
import { LabOutline } from './components/lab-outline.ts'
import { LabPrint } from './components/lab-print.ts'
import { LabSearch } from './components/lab-search.ts'
import { LabStory } from './components/lab-story.ts'
import { LabVerdict } from './components/lab-verdict.ts'
import { LabText } from './components/lab-text.ts'
import { LoginLab } from './components/login-lab.ts'

const elements = {
  'lab-astray': LabAstray,
  'lab-chip': LabChip,
  'lab-choices': LabChoices,
  'lab-clock': LabClock,
  'lab-controls': LabControls,
  'lab-go': LabGo,
  'lab-header': LabHeader,
  'lab-help': LabHelp,
  'lab-inspector': LabInspector,
  'lab-legend': LabLegend,
  'lab-list': LabList,
  'lab-message': LabMessage,
  'lab-outline': LabOutline,
  'lab-print': LabPrint,
  'lab-search': LabSearch,
  'lab-notice': LabNotice,
  'lab-copy': LabCopy,
  'lab-story': LabStory,
  'lab-text': LabText,
  'lab-menu': LabMenu,
  'lab-picker': LabPicker,
  'lab-start': LabStart,
  'lab-verdict': LabVerdict,
  'login-lab': LoginLab,
}

const define = (known: Readonly<Record<string, CustomElementConstructor>>): void => {
  for (const [name, element] of Object.entries(known))
    if (customElements.get(name) === undefined) customElements.define(name, element)
}

/** What is below the surface comes a moment later; without a network, when it is back. */
const defineLater = async (): Promise<void> => {
  try {
    const { laterElements } = await import('./later.ts')
    define(laterElements)
  } catch {
    addEventListener('online', () => void defineLater(), { once: true })
  }
}

/** Makes `<login-lab>` known to the page; twice does no harm. */
export const defineElements = (): void => {
  define(elements)
  void defineLater()
}
