import { describe, expect, test } from 'vitest'
import { application, post, problemOf } from './bakery.ts'

const problem = (written: string) => problemOf([application({ name: `#{${written}}` })])

describe('A default is no part of Kickstart, and whatever may be one is not repeated', () => {
  test.each([
    'ENV.WORD:-hunter2',
    'ENV.WORD-hunter2',
    'ENV.WORD|hunter2',
    'ENV.WORD,hunter2',
    'ENV.WORD, hunter2',
    'ENV.WORD hunter2',
    'ENV.WORD :- hunter2',
    'ENV.WORD!hunter2',
    'ENV.WORD?:hunter2',
    'ENV.WORD ?? "hunter2"',
    'ENV.WORD/hunter2',
    'ENV.WORD;hunter2',
    'ENV.WORD\nhunter2',
    'ENV.WORDé hunter2',
  ])('#{%s}', async (written) => {
    expect(await problem(written)).toBe(
      'Request 1 uses #{ENV.WORD…}. Kickstart knows no default values: write #{ENV.WORD}, and give it a value.',
    )
  })

  test.each([
    [
      'word=hunter2',
      '#{word…}. Kickstart knows no default values: write #{word}, and give it a value.',
    ],
    [
      'ENV_X-hunter2',
      '#{ENV_X…}. Kickstart knows no default values: write #{ENV_X}, and give it a value.',
    ],
    [
      "ENV['X'] or 'hunter2'",
      '#{ENV…}, which is no name of a value. One of the environment is written #{ENV.NAME}, and one of variables #{NAME}.',
    ],
    [
      "'hunter2'",
      '#{…}, which is no name of a value. One of the environment is written #{ENV.NAME}, and one of variables #{NAME}.',
    ],
    [
      "default(ENV.X,'hunter2')",
      '#{default…}. Kickstart knows no function but #{UUID()}, and no default values.',
    ],
    [
      'FUSIONAUTH_FORM[x]_ID or hunter2',
      '#{FUSIONAUTH_FORM[x]_ID…}. Kickstart knows no default values: write #{FUSIONAUTH_FORM[x]_ID}, and give it a value.',
    ],
    [
      'my-word',
      '#{my…}, which has no value. Add it to variables; or if a default begins there, Kickstart knows none: write #{my}, and give it a value.',
    ],
  ])('#{%s} is told in words of its own', async (written, words) => {
    expect(await problem(written)).toBe(`Request 1 uses ${words}`)
  })
})

describe('What to do about a value that is not there fits the case', () => {
  test.each([
    ['word', 'Add it to variables.'],
    ['MY_TENANT_ID', 'Add it to variables.'],
    ['ENV.WORD', 'Set it in the environment.'],
    ['uuid()', 'The one function that FusionAuth gives is #{UUID()}.'],
    ['UUID', 'The one function that FusionAuth gives is #{UUID()}.'],
    ['now()', 'The one function that FusionAuth gives is #{UUID()}.'],
    [
      'FUSIONAUTH_DEFAULT_TENANT_ID',
      'The nearest of those that FusionAuth gives is #{FUSIONAUTH_TENANT_ID}.',
    ],
    [
      'FUSIONAUTH_ADMIN_APPLICATION_ID',
      'The nearest of those that FusionAuth gives is #{FUSIONAUTH_APPLICATION_ID}.',
    ],
    [
      'FUSIONAUTH_TENANT_MANAGER_ID',
      'The nearest of those that FusionAuth gives is #{TENANT_MANAGER_ID}.',
    ],
    [
      'FUSIONAUTH_DEFAULT_THEME_ID',
      'The default theme has the id 75a068fd-e94b-451a-9aeb-3ddb9a3b5987 in every FusionAuth.',
    ],
    [
      'FUSIONAUTH_FORM[admin]_ID',
      'Those that FusionAuth gives are #{FUSIONAUTH_FORM[adminRegistration]_ID}, #{FUSIONAUTH_FORM[adminUser]_ID}.',
    ],
  ])('%s', async (name, advice) => {
    expect(await problem(name)).toBe(`Request 1 uses #{${name}}, which has no value. ${advice}`)
  })

  test.each(['OpenID', 'SAMLv2Populate', 'Nope', ''])(
    'For a lambda of the type "%s", which FusionAuth gives none of, those that it gives are told',
    async (type) => {
      const told = await problem(`FUSIONAUTH_LAMBDA[${type}]_ID`)
      const types = [...told.matchAll(/#\{FUSIONAUTH_LAMBDA\[(\w+)\]_ID\}/g)].map(([, one]) => one)
      expect(types.filter((one) => one !== type)).toEqual([
        'AppleReconcile',
        'FacebookReconcile',
        'GoogleReconcile',
        'OpenIDReconcile',
        'SAMLv2Reconcile',
        'TwitterReconcile',
      ])
    },
  )

  test('A name that is like none gets all those that FusionAuth gives', async () => {
    expect(await problem('FUSIONAUTH_WEBHOOK_ID')).toMatch(
      /Those that FusionAuth gives are #\{FUSIONAUTH_APPLICATION_ID\}, .*#\{TENANT_MANAGER_ID\}/,
    )
  })
})

test.each(['defaultTenantId', 'tenantManagerApplicationId'])(
  '%s beside the variables is told to belong into them',
  async (name) => {
    expect(await problemOf([post('/api/tenant', {})], { [name]: 'x' })).toBe(
      `kickstart.json has a member ${name}, which belongs in variables.`,
    )
  },
)
