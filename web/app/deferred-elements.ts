import { LabBranches } from '../features/branches/lab-branches.ts'
import { LabBrowser } from '../features/screen/lab-browser.ts'
import { LabCookies } from '../features/inspector/lab-cookies.ts'
import { LabCurl } from '../features/inspector/lab-curl.ts'
import { LabDiagram } from '../features/diagram/lab-diagram.ts'
import { LabJourney } from '../features/secrets/lab-journey.ts'
import { LabRaw } from '../features/inspector/lab-raw.ts'
import { LabScreen } from '../features/screen/lab-screen.ts'
import { LabStateView } from '../features/inspector/lab-state.ts'
import { LabToken } from '../features/inspector/lab-token.ts'

/**
 * Elements that nobody needs for reading the first message: the page is there before them. The list of
 * messages is read until the diagram comes.
 */
export const deferredElements = {
  'lab-branches': LabBranches,
  'lab-browser': LabBrowser,
  'lab-cookies': LabCookies,
  'lab-curl': LabCurl,
  'lab-diagram': LabDiagram,
  'lab-journey': LabJourney,
  'lab-raw': LabRaw,
  'lab-screen': LabScreen,
  'lab-state': LabStateView,
  'lab-token': LabToken,
}
