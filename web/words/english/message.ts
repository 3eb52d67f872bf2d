import type { Setter } from '../../../scenarios/glossary/term.ts'
import type { BodyKind, Parameter } from '../../../scenarios/projections/inspection.ts'

const setters: Readonly<Record<Setter, string>> = {
  agent: 'the browser',
  application: 'the application',
  fusionauth: 'FusionAuth',
  server: 'whoever answers',
  client: 'whoever sends it',
  user: 'the user',
}

const sources: Readonly<Record<Parameter['source'], string>> = {
  query: 'Query parameters',
  location: 'Parameters of the Location',
  form: 'Form fields',
  json: 'JSON',
}

const bodies: Readonly<Record<BodyKind, string>> = {
  none: 'None.',
  html: 'A page (HTML)',
  json: 'JSON',
  form: 'A form',
  text: 'Text',
}

export const message = {
  setters,
  setBy: (who: string) => `Set by ${who}.`,
  sources,
  bodies,
  newTab: '(opens in a new tab)',
  explainNames: 'Explain names',
  empty: (count: number) => (count === 1 ? '1 sent empty' : `${count} sent empty`),
  simulated: 'The simulator did this; no message crossed a wire.',
  byItself: (who: string) => `${who} did this by itself; no message crossed a wire.`,
  changes: 'What it changed is under State and Cookies.',
  answeredBy: (n: number) => `Answered by message ${n}`,
  answers: (n: number) => `Answers message ${n}`,
  headers: 'Headers',
  body: 'Body',
  none: 'None.',
  bytes: (count: number) => `${count} bytes`,
  kilobytes: (count: string) => `${count} kB`,
  unfold: (count: number) => `… ${count} more …`,
}
