import type { ApplicationName, Client } from '../../vocabulary.ts'
import type { Landing } from '../agent.ts'
import type { Stage } from '../stage.ts'

/** How a user comes to an application for the first time, by what kind of client it is. */
type Opening = (app: ApplicationName, stage: Stage) => Promise<Landing>

const visit: Opening = (app, { cast, world }) =>
  cast.device.visit(app, `${world.places[app].origin}/`)

const launch: Opening = (app, { cast, world }) =>
  cast.device.launch(app, `${world.places[app].origin}/`, {
    program: 'mobile',
    settings: world.app ?? null,
  })

/** Everything else a user does is pressing and filling in what is shown, whatever the client. */
export const openingOf: Readonly<Record<Client, Opening>> = {
  webapp: visit,
  spa: visit,
  mobile: launch,
}
