import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../server/node/config.ts'
import { composeSchema, readCompose, root, type Service } from '../../support/compose.ts'

const networksOf = ({ networks }: Service): readonly string[] =>
  Array.isArray(networks) ? networks : Object.keys(networks)

/** The only address of a service. */
const addressOf = ({ networks }: Service): string | undefined =>
  Object.values(networks as Record<string, { readonly ipv4_address?: string }>).find(
    ({ ipv4_address }) => ipv4_address !== undefined,
  )?.ipv4_address

describe.each(['compose.yaml', 'compose.scale.yaml'])('%s', (name) => {
  const { text, compose } = readCompose(name)
  const services = Object.entries(compose.services)

  it('follows the schema', () => {
    const validate = new Ajv({
      allErrors: true,
      allowUnionTypes: true,
      formats: { ipv4: true },
    }).compile(composeSchema)
    validate(compose)
    expect(validate.errors).toBeNull()
  })

  it('has no image that floats', () => {
    for (const { image } of Object.values(compose.services))
      if (image !== undefined) expect(image).toMatch(/:\d+\.\d+/)
    expect(text).not.toContain(':latest')
  })

  it('pins an image by its digest, or says how', () => {
    for (const { image = '@sha256:' } of Object.values(compose.services))
      if (!image.includes('@sha256:')) expect(text).toContain(`imagetools inspect ${image}`)
  })

  it('names networks, volumes and files that are there', () => {
    for (const [, service] of services) {
      for (const network of networksOf(service)) expect(compose.networks).toHaveProperty(network)
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':')
        if (source.startsWith('.')) expect(existsSync(join(root, source)), source).toBe(true)
        else expect(compose.volumes).toHaveProperty(source)
      }
    }
  })

  it('publishes nothing beyond this machine', () => {
    for (const [, { ports = [] }] of services)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
  })

  it('takes rights that no service needs', () => {
    for (const [, { cap_drop, security_opt }] of services) {
      expect(cap_drop).toEqual(['ALL'])
      expect(security_opt).toEqual(['no-new-privileges:true'])
    }
  })

  it('lets Login Lab write nowhere', () => {
    for (const [, { build, read_only }] of services)
      if (build !== undefined) expect(read_only).toBe(true)
  })

  it('gives Login Lab settings that it understands', () => {
    for (const [, { build, environment = {} }] of services) {
      if (build === undefined) continue
      const env = Object.entries(environment).map(([key, value]) => [
        key,
        String(value).replace(/^\$\{\w+:-(.*)\}$/, '$1'),
      ])
      expect(readConfig(Object.fromEntries(env))).toMatchObject({ ok: true })
    }
  })

  it('asks each service for its health, and Login Lab whether it is ready', () => {
    for (const [, { build, healthcheck }] of services) {
      expect(healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/)
      if (build !== undefined) expect(healthcheck.test.join(' ')).toContain('/readyz')
    }
  })
})

describe('compose.scale.yaml', () => {
  const { compose } = readCompose('compose.scale.yaml')
  const { services } = compose
  const nodes = Object.values(services).filter(({ build }) => build !== undefined)

  it('has nodes at the addresses that nginx knows', () => {
    const known = readFileSync(join(root, 'server/scale/nodes.compose.conf'), 'utf8')
    const addresses = [...known.matchAll(/^server ([\d.]+):4173 /gm)].map(([, address]) => address)
    expect(nodes.map(addressOf)).toEqual(addresses)
  })

  it('has nodes that trust the proxy alone', () => {
    const proxy = services['proxy']
    if (proxy === undefined) throw new Error('there is no proxy')
    for (const { environment } of nodes) expect(environment?.['TRUST_PROXY']).toBe(addressOf(proxy))
  })

  it('keeps the store where only nodes reach it', () => {
    expect(compose.networks['store']).toEqual({ internal: true })
    const inside = Object.entries(services).filter(([, one]) => networksOf(one).includes('store'))
    expect(inside.map(([name]) => name)).toEqual(['valkey', 'node-1', 'node-2'])
    expect(services['valkey']?.ports).toBeUndefined()
  })
})

describe('the image', () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

  it('is made from one that is pinned by its digest', () => {
    expect(dockerfile).toMatch(/^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-\w+-slim@sha256:[0-9a-f]{64}$/m)
    for (const [, from] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(from).toBe('${NODE_IMAGE}')
  })

  it('runs as a user without rights', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).not.toContain('chown -R')
  })

  it('holds all that the pages are compared with at a start', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
    for (const source of [
      'web',
      'scenarios',
      'server',
      'vite.config.ts',
      'tsconfig.json',
      'package-lock.json',
      'LICENSE',
    ])
      expect(last).toMatch(new RegExp(`^COPY (?!--).*\\b${source.replace('.', '\\.')}\\b`, 'm'))
  })
})
