import { LabChip } from '../features/secrets/lab-chip.ts'
import { LabChoices } from '../features/choices/lab-choices.ts'
import { LabControls } from '../features/controls/lab-controls.ts'
import { LabHeader } from '../features/header/lab-header.ts'
import { LabInspector } from '../features/inspector/lab-inspector.ts'
import { LabMenu } from '../features/header/lab-menu.ts'
import { LabList } from '../features/list/lab-list.ts'
import { LabMessage } from '../features/inspector/lab-message.ts'
import { LabPicker } from '../features/header/lab-picker.ts'
import { LabNotice } from '../ui/lab-notice.ts'
import { LabStart } from '../features/start/lab-start.ts'
import { LabStory } from '../features/story/lab-story.ts'
import { LabText } from '../features/secrets/lab-text.ts'
import { define, keepLoadingDeferredElements } from './load-element.ts'
import { LoginLab } from './login-lab.ts'

const elements = {
  'lab-chip': LabChip,
  'lab-choices': LabChoices,
  'lab-controls': LabControls,
  'lab-header': LabHeader,
  'lab-inspector': LabInspector,
  'lab-list': LabList,
  'lab-message': LabMessage,
  'lab-notice': LabNotice,
  'lab-story': LabStory,
  'lab-text': LabText,
  'lab-menu': LabMenu,
  'lab-picker': LabPicker,
  'lab-start': LabStart,
  'login-lab': LoginLab,
}

/** Makes `<login-lab>` known to the page; twice does no harm. */
export const defineElements = (): void => {
  define(elements)
  void keepLoadingDeferredElements()
}
