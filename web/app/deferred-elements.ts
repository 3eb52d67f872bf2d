import { LabBranches } from '../features/branches/lab-branches.ts'
import { LabClock } from '../features/clock/lab-clock.ts'
import { LabDiagram } from '../features/diagram/lab-diagram.ts'
import { LabGo } from '../features/go/lab-go.ts'
import { LabHelp } from '../features/help/lab-help.ts'
import { LabOffline } from '../features/help/lab-offline.ts'
import { LabCookies } from '../features/inspector/lab-cookies.ts'
import { LabCurl } from '../features/inspector/lab-curl.ts'
import { LabPrint } from '../features/print/lab-print.ts'
import { LabRaw } from '../features/inspector/lab-raw.ts'
import { LabStateView } from '../features/inspector/lab-state.ts'
import { LabToken } from '../features/inspector/lab-token.ts'
import { LabOutline } from '../features/list/lab-outline.ts'
import { LabBrowser } from '../features/screen/lab-browser.ts'
import { LabSearch } from '../features/search/lab-search.ts'
import { LabScreen } from '../features/screen/lab-screen.ts'
import { LabNotFound } from '../features/not-found/lab-not-found.ts'
import { LabJourney } from '../features/secrets/lab-journey.ts'
import { LabLegend } from '../features/secrets/lab-legend.ts'
import { LabVerdict } from '../features/story/lab-verdict.ts'
import { LabCopy } from '../ui/lab-copy.ts'

/**
 * Elements that nobody needs for reading the first message: the page is there before them. The list of
 * messages is read until the diagram comes, and its outline with it. An address that names no workflow has
 * no message.
 */
export const deferredElements = {
  'lab-branches': LabBranches,
  'lab-browser': LabBrowser,
  'lab-clock': LabClock,
  'lab-cookies': LabCookies,
  'lab-copy': LabCopy,
  'lab-curl': LabCurl,
  'lab-diagram': LabDiagram,
  'lab-go': LabGo,
  'lab-help': LabHelp,
  'lab-journey': LabJourney,
  'lab-legend': LabLegend,
  'lab-offline': LabOffline,
  'lab-not-found': LabNotFound,
  'lab-outline': LabOutline,
  'lab-print': LabPrint,
  'lab-raw': LabRaw,
  'lab-screen': LabScreen,
  'lab-search': LabSearch,
  'lab-state': LabStateView,
  'lab-token': LabToken,
  'lab-verdict': LabVerdict,
}
