import type { ClientType } from '../../model/client.ts'
import type { ApplicationName } from '../../model/participant.ts'
import type { Landing } from '../agent.ts'
import type { Simulation } from '../simulation.ts'
import { loggedOutPath } from './landing.ts'

/** How a user comes to an application for the first time, by what kind of client it is. */
type Opening = (app: ApplicationName, simulation: Simulation) => Promise<Landing>

const visit: Opening = (app, { agents, world }) =>
  agents.device.visit(app, `${world.places[app].origin}/`)

/** The app is opened; where it says that the login is over, its link to the first view is pressed. */
const launch: Opening = (app, { agents, world }) => {
  const url = `${world.places[app].origin}/`
  const { device, front } = agents
  const shown = front().name === device.name ? device.page(app) : null
  const isOver = shown !== null && new URL(shown.url).pathname === loggedOutPath
  return isOver
    ? device.press(app, url)
    : device.launch(app, url, { program: 'mobile', settings: world.app ?? null })
}

/** Everything else a user does is pressing and filling in what is shown, whatever the client. */
export const openingOf: Readonly<Record<ClientType, Opening>> = {
  webapp: visit,
  spa: visit,
  mobile: launch,
}
