/** Sets up at an existing FusionAuth what runs share, or takes everything away: `npm run provision`. */
import type { Profile } from '../../scenarios/model/client.ts'
import {
  type Need,
  neededForCommand,
  neededForRuns,
  ProvisioningFailed,
} from '../fusionauth/attempt.ts'
import { idsOf } from '../fusionauth/ids.ts'
import { type Deed, provision } from '../fusionauth/provision.ts'
import { allowScripts, forbidScripts } from '../fusionauth/cross-origin.ts'
import { remove } from '../fusionauth/remove.ts'
import { removeRunTenants } from '../fusionauth/run-tenants.ts'
import { profiles } from '../../scenarios/model/client.ts'
import { lessonBlueprint, lessonSystem } from '../world.ts'
import { complain, readArguments } from './command-line.ts'
import { readConfig } from './config.ts'
import { connect } from './real.ts'

const permissions = (needs: readonly Need[]): string => {
  const endpoints = [...new Set(needs.map(({ endpoint }) => endpoint))]
  const methods = (endpoint: string) =>
    needs.filter((one) => one.endpoint === endpoint).map(({ method }) => method)
  return endpoints
    .map((endpoint) => `  ${endpoint.padEnd(24)} ${methods(endpoint).join(' ')}`)
    .join('\n')
}

const usage = `Usage: npm run provision -- [--remove]

Each run sets up what it needs at a FusionAuth by itself, in a tenant of its own. This command sets
up what no run may decide: it lets the pages of the lessons call FusionAuth (CORS, for the whole
FusionAuth; three workflows need it). And it sets up, for clients of your own, a tenant for each
profile (${profiles.join(', ')}) with two applications and a user, all named "Login Lab". Running it
again changes only what differs. --remove takes all of it away again, and the tenants of all runs,
those that are in use among them, and puts CORS back as it was. Nothing else is touched.

Environment:
  FUSIONAUTH_URL           address, such as http://localhost:9011
  FUSIONAUTH_API_KEY       an API key that is not tied to a tenant, and may:
${permissions(neededForRuns)}
and for this command besides:
${permissions(neededForCommand)}`

const config = { options: { remove: { type: 'boolean' } } } as const

const did: Readonly<Record<Deed['did'], string>> = {
  created: 'created',
  changed: 'changed',
  kept: 'as it should be',
  removed: 'removed',
  absent: 'not there',
  left: 'left',
}

const print = (deeds: readonly Deed[]): void => {
  for (const { what, did: deed, note } of deeds)
    process.stdout.write(`${what}: ${did[deed]}${note === '' ? '' : ` (${note})`}\n`)
}

/** Secrets for applications that are not there yet; those that are there keep theirs. */
const newSecret = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')

const run = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run provision --', usage })
  if (typeof found === 'number') return found
  const { values } = found
  const { FUSIONAUTH_URL, FUSIONAUTH_API_KEY } = process.env
  const read = readConfig({ FUSIONAUTH_URL, FUSIONAUTH_API_KEY })
  if (!read.ok) return complain(read.problems.join('\n'), 2)
  const { fusionauth, warnings } = read.config
  for (const warning of warnings) complain(warning, 0)
  if (fusionauth === null)
    return complain('Set FUSIONAUTH_URL and FUSIONAUTH_API_KEY. See npm run provision -- --help', 2)
  const connected = await connect(fusionauth.url, fusionauth.apiKey)
  if (!connected.ok) return complain(connected.problem, 1)
  const { connection } = connected
  process.stdout.write(`FusionAuth ${connection.version} at ${connection.origin}\n`)
  const planFor = (profile: Profile) =>
    lessonBlueprint({
      secrets: { Store: newSecret(), Forums: newSecret() },
      // Its metadata lies at this address (OpenID Connect Discovery §4.1).
      issuer: `${connection.origin}/${idsOf(profile).tenant}`,
      login: 'any',
      profile,
    })
  const client = connection.client()
  const isRemoval = values.remove === true
  try {
    const system = lessonSystem()
    // What was there before is kept in a tenant that goes next.
    if (isRemoval) print([await forbidScripts(client, system)])
    if (isRemoval) print(await removeRunTenants(client, null))
    for (const profile of profiles) {
      const plan = planFor(profile)
      print(isRemoval ? await remove(client, plan) : (await provision(client, plan)).deeds)
    }
    if (!isRemoval) print([await allowScripts(client, system)])
    return 0
  } catch (error) {
    if (error instanceof ProvisioningFailed) return complain(error.message, 1)
    throw error
  }
}

// Whoever reads may have read enough, such as `head`; what was begun is finished all the same.
process.stdout.on('error', () => undefined)
process.exitCode = await run()
