import { LabBranches } from './components/lab-branches.ts'
import { LabBrowser } from './components/lab-browser.ts'
import { LabCookies } from './components/lab-cookies.ts'
import { LabCurl } from './components/lab-curl.ts'
import { LabDiagram } from './components/lab-diagram.ts'
import { LabJourney } from './components/lab-journey.ts'
import { LabRaw } from './components/lab-raw.ts'
import { LabScreen } from './components/lab-screen.ts'
import { LabState } from './components/lab-state.ts'
import { LabToken } from './components/lab-token.ts'

/**
 * Elements that nobody needs for reading the first message: the page is there before them. The list of
 * messages is read until the diagram comes.
 */
export const laterElements = {
  'lab-branches': LabBranches,
  'lab-browser': LabBrowser,
  'lab-cookies': LabCookies,
  'lab-curl': LabCurl,
  'lab-diagram': LabDiagram,
  'lab-journey': LabJourney,
  'lab-raw': LabRaw,
  'lab-screen': LabScreen,
  'lab-state': LabState,
  'lab-token': LabToken,
}
