import { homesOf } from '../catalogue/addresses.ts'
import { hostOf, isPublicSuffix, registrableDomain } from '../engine/site.ts'
import { type ApplicationName, applicationNames } from '../model/participant.ts'
import type { OwnLesson } from '../model/own-lesson.ts'
import type { Workflow } from '../model/workflow.ts'
import { textOf } from '../model/text.ts'
import { contrastWithWhite, leastContrast } from './colour.ts'
import { fault, type LessonFault } from './fault.ts'

/** Hosts that somebody else has in every run: FusionAuth, and the Hacker. */
const isTaken = (host: string, site: string): boolean =>
  registrableDomain(host) === 'fusionauth.io' ||
  registrableDomain(host) === 'evil.example' ||
  [`login.${site}`, `evil.${site}`].includes(host)

const hostFaults = (
  { company = {} }: OwnLesson,
  workflow: Workflow | undefined,
): readonly LessonFault[] => {
  const homes = homesOf(company)
  const hosts = { Store: hostOf(homes.Store.origin), Forums: hostOf(homes.Forums.origin) }
  const site = registrableDomain(hosts.Store)
  const check = (app: ApplicationName): readonly LessonFault[] => {
    const host = company[app]?.host
    const keys = ['company', app, 'host']
    const own = hosts[app]
    if (host !== undefined && isPublicSuffix(host)) return [fault(keys, textOf('shape.host'), host)]
    if (host !== undefined && isTaken(host, site))
      return [fault(keys, textOf('shape.host-taken'), host)]
    if (app === 'Store') return []
    const place = host === undefined ? ['company'] : keys
    if (own === hosts.Store) return [fault(place, textOf('shape.other-host'), own)]
    if (workflow?.fusionauth === 'parent-domain' && registrableDomain(own) !== site)
      return [fault(place, textOf('shape.host-of-site', { site }), own)]
    return []
  }
  return applicationNames.flatMap(check)
}

const colourFaults = ({ company = {} }: OwnLesson): readonly LessonFault[] =>
  applicationNames.flatMap((app) => {
    const colour = company[app]?.colour
    if (colour === undefined || contrastWithWhite(colour) >= leastContrast) return []
    const found = contrastWithWhite(colour).toFixed(1)
    return [fault(['company', app, 'colour'], textOf('shape.colour-contrast', { found }), colour)]
  })

/** What is wrong with the company of a lesson: hosts that cannot be told apart, colours that are too light. */
export const companyFaults = (
  lesson: OwnLesson,
  workflow: Workflow | undefined,
): readonly LessonFault[] => [...hostFaults(lesson, workflow), ...colourFaults(lesson)]
