import { mobile } from './published/mobile.ts'
import { type Fact, readFacts } from './published/notation.ts'
import { spaBackend } from './published/spa-backend.ts'
import { spaFusionAuth } from './published/spa-fusionauth.ts'
import { webapp } from './published/webapp.ts'

/** The arrows of the published diagrams, as facts that were written down from the diagrams. */
export const publishedFacts: ReadonlyMap<string, readonly Fact[]> = new Map(
  Object.entries({ ...webapp, ...spaBackend, ...spaFusionAuth, ...mobile }).map(([slug, lines]) => [
    slug,
    readFacts(lines),
  ]),
)
