import { LabAstray } from './components/lab-astray.ts'
import { LabBrowser } from './components/lab-browser.ts'
import { LabChip } from './components/lab-chip.ts'
import { LabChoices } from './components/lab-choices.ts'
import { LabControls } from './components/lab-controls.ts'
import { LabCookies } from './components/lab-cookies.ts'
import { LabDiagram } from './components/lab-diagram.ts'
import { LabGo } from './components/lab-go.ts'
import { LabHeader } from './components/lab-header.ts'
import { LabHelp } from './components/lab-help.ts'
import { LabInspector } from './components/lab-inspector.ts'
import { LabLegend } from './components/lab-legend.ts'
import { LabList } from './components/lab-list.ts'
import { LabMessage } from './components/lab-message.ts'
import { LabNotice } from './components/lab-notice.ts'
import { LabScreen } from './components/lab-screen.ts'
import { LabState } from './components/lab-state.ts'
import { LabStory } from './components/lab-story.ts'
import { LabText } from './components/lab-text.ts'
import { LoginLab } from './components/login-lab.ts'

const elements = {
  'lab-astray': LabAstray,
  'lab-browser': LabBrowser,
  'lab-chip': LabChip,
  'lab-choices': LabChoices,
  'lab-controls': LabControls,
  'lab-cookies': LabCookies,
  'lab-diagram': LabDiagram,
  'lab-go': LabGo,
  'lab-header': LabHeader,
  'lab-help': LabHelp,
  'lab-inspector': LabInspector,
  'lab-legend': LabLegend,
  'lab-list': LabList,
  'lab-message': LabMessage,
  'lab-notice': LabNotice,
  'lab-screen': LabScreen,
  'lab-state': LabState,
  'lab-story': LabStory,
  'lab-text': LabText,
  'login-lab': LoginLab,
}

/** Makes `<login-lab>` known to the page; twice does no harm. */
export const defineElements = (): void => {
  for (const [name, element] of Object.entries(elements))
    if (customElements.get(name) === undefined) customElements.define(name, element)
}
