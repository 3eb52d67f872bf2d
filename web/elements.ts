import { LabAstray } from './components/lab-astray.ts'
import { LabBranches } from './components/lab-branches.ts'
import { LabBrowser } from './components/lab-browser.ts'
import { LabChip } from './components/lab-chip.ts'
import { LabChoices } from './components/lab-choices.ts'
import { LabClock } from './components/lab-clock.ts'
import { LabControls } from './components/lab-controls.ts'
import { LabCookies } from './components/lab-cookies.ts'
import { LabDiagram } from './components/lab-diagram.ts'
import { LabGo } from './components/lab-go.ts'
import { LabHeader } from './components/lab-header.ts'
import { LabHelp } from './components/lab-help.ts'
import { LabInspector } from './components/lab-inspector.ts'
import { LabJourney } from './components/lab-journey.ts'
import { LabLegend } from './components/lab-legend.ts'
import { LabMenu } from './components/lab-menu.ts'
import { LabList } from './components/lab-list.ts'
import { LabMessage } from './components/lab-message.ts'
import { LabPicker } from './components/lab-picker.ts'
import { LabNotice } from './components/lab-notice.ts'
import { LabStart } from './components/lab-start.ts'
import { LabCopy } from './components/lab-copy.ts'
import { LabCurl } from './components/lab-curl.ts'
import { LabOutline } from './components/lab-outline.ts'
import { LabRaw } from './components/lab-raw.ts'
import { LabToken } from './components/lab-token.ts'
import { LabScreen } from './components/lab-screen.ts'
import { LabSearch } from './components/lab-search.ts'
import { LabState } from './components/lab-state.ts'
import { LabStory } from './components/lab-story.ts'
import { LabVerdict } from './components/lab-verdict.ts'
import { LabText } from './components/lab-text.ts'
import { LoginLab } from './components/login-lab.ts'

const elements = {
  'lab-astray': LabAstray,
  'lab-branches': LabBranches,
  'lab-browser': LabBrowser,
  'lab-chip': LabChip,
  'lab-choices': LabChoices,
  'lab-clock': LabClock,
  'lab-controls': LabControls,
  'lab-cookies': LabCookies,
  'lab-diagram': LabDiagram,
  'lab-go': LabGo,
  'lab-header': LabHeader,
  'lab-help': LabHelp,
  'lab-inspector': LabInspector,
  'lab-journey': LabJourney,
  'lab-legend': LabLegend,
  'lab-list': LabList,
  'lab-message': LabMessage,
  'lab-outline': LabOutline,
  'lab-search': LabSearch,
  'lab-notice': LabNotice,
  'lab-copy': LabCopy,
  'lab-curl': LabCurl,
  'lab-raw': LabRaw,
  'lab-token': LabToken,
  'lab-screen': LabScreen,
  'lab-state': LabState,
  'lab-story': LabStory,
  'lab-text': LabText,
  'lab-menu': LabMenu,
  'lab-picker': LabPicker,
  'lab-start': LabStart,
  'lab-verdict': LabVerdict,
  'login-lab': LoginLab,
}

/** Makes `<login-lab>` known to the page; twice does no harm. */
export const defineElements = (): void => {
  for (const [name, element] of Object.entries(elements))
    if (customElements.get(name) === undefined) customElements.define(name, element)
}
