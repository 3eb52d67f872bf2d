import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The root of the checkout. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..')

/** A service as a Compose file says it. */
export interface Service {
  readonly image?: string
  readonly build?: string
  readonly environment?: Readonly<Record<string, string | number>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck: { readonly test: readonly string[] }
  /** By name, or names alone. */
  readonly networks:
    | readonly string[]
    | Readonly<Record<string, { readonly ipv4_address?: string }>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, unknown>>
  readonly volumes: Readonly<Record<string, unknown>>
}

/** A Compose file as text, and what it says. */
export const readCompose = (name: string): { readonly text: string; readonly compose: Compose } => {
  const text = readFileSync(join(root, name), 'utf8')
  return { text, compose: parse(text, { merge: true }) as Compose }
}

const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' }
const texts = { type: 'array', items: { type: 'string' }, minItems: 1 }
const object = (properties: object) => ({
  type: 'object',
  additionalProperties: false,
  properties,
})
const objects = (properties: object) => ({
  type: 'object',
  additionalProperties: object(properties),
})

const service = {
  ...object({
    build: { type: 'string' },
    cap_add: texts,
    cap_drop: texts,
    command: texts,
    cpus: { type: 'number', exclusiveMinimum: 0 },
    depends_on: objects({ condition: { const: 'service_healthy' } }),
    entrypoint: texts,
    environment: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    healthcheck: {
      ...object({
        interval: duration,
        retries: { type: 'integer', minimum: 1 },
        start_period: duration,
        test: texts,
        timeout: duration,
      }),
      required: ['test', 'interval', 'timeout', 'retries'],
    },
    image: { type: 'string', pattern: '^[a-z0-9/-]+:[a-z0-9.-]+(@sha256:[0-9a-f]{64})?$' },
    mem_limit: { type: 'string', pattern: '^\\d+[mg]$' },
    networks: { anyOf: [texts, objects({ ipv4_address: { type: 'string', format: 'ipv4' } })] },
    pids_limit: { type: 'integer', minimum: 1 },
    ports: texts,
    read_only: { type: 'boolean' },
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    security_opt: texts,
    stop_grace_period: duration,
    tmpfs: texts,
    user: { type: 'string' },
    volumes: texts,
  }),
  required: [
    'healthcheck',
    'networks',
    'restart',
    'cap_drop',
    'security_opt',
    'mem_limit',
    'pids_limit',
  ],
  oneOf: [{ required: ['image'] }, { required: ['build'] }],
}

/** The part of the Compose Specification that our files use; anything else is a misspelling. */
export const composeSchema = {
  ...object({
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    networks: objects({
      internal: { type: 'boolean' },
      ipam: object({ config: { type: 'array', items: object({ subnet: { type: 'string' } }) } }),
    }),
    services: { type: 'object', additionalProperties: service },
    volumes: objects({}),
  }),
  patternProperties: { '^x-': {} },
  required: ['name', 'services'],
}
