/** Text that is added to a file, before a text that stands there once. */
interface Addition {
  readonly file: string
  readonly before: string
  readonly add: string
}

/** What somebody writes to add one of each kind. */
export const additions = {
  lesson: [
    {
      file: 'scenarios/catalogue/lessons.ts',
      before: '  outage: { events: outage },',
      add: "  'there-and-gone': {\n    events: (shape) => [...logIn(shape, 'Store'), { type: 'learner.logout', app: 'Store' }],\n  },\n",
    },
    {
      file: 'scenarios/i18n/en/titles.ts',
      before: "  outage: 'FusionAuth is down',",
      add: "  'there-and-gone': 'There and gone',\n",
    },
    {
      file: 'scenarios/i18n/es/titles.ts',
      before: "  outage: 'FusionAuth no responde',",
      add: "  'there-and-gone': 'Llegar y salir',\n",
    },
  ],
  attack: [
    { file: 'scenarios/model/attack-id.ts', before: "  'half-logout',", add: "  'left-open',\n" },
    {
      file: 'scenarios/attacks/single-sign-on.ts',
      before: 'halfLogout, forgedLogoutToken]',
      add: `{
  id: 'left-open',
  row: 'Z1',
  incident: null,
  tries: isShared,
  weak: () => ({}),
  prelude: known,
  stops: () => [],
  helpsNot: () => [],
  play: async (context) => {
    context.note('sits-down', textOf('note.somebody-else'))
    await context.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('left-open', withoutPassword(trace, 'sits-down')),
}, `,
    },
    {
      file: 'scenarios/i18n/en/attacks.ts',
      before: "    'half-logout': {",
      add: "    'left-open': { title: 'Nobody logged out', needs: 'The computer is shared.' },\n",
    },
    {
      file: 'scenarios/i18n/es/attacks.ts',
      before: "    'half-logout': {",
      add: "    'left-open': { title: 'Nadie cerró la sesión', needs: 'El ordenador es compartido.' },\n",
    },
  ],
  defence: [
    {
      file: 'scenarios/model/defence-settings.ts',
      before: "  'http-only': [flag(true),",
      add: "  'spare-switch': [flag(false), app, 'spare', 'RFC 9700'],\n",
    },
    {
      file: 'web/features/defend/words.en.ts',
      before: "  'http-only': [",
      add: "  'spare-switch': ['Spare switch', 'Does nothing.'],\n",
    },
    {
      file: 'web/features/defend/words.es.ts',
      before: "  'http-only': [",
      add: "  'spare-switch': ['Interruptor de reserva', 'No hace nada.'],\n",
    },
  ],
  // It asks for an effect that there is; another one would touch machine/effect.ts,
  // machine/attack-result.ts and engine/run-effect.ts besides.
  event: [
    {
      file: 'scenarios/model/event.ts',
      before: "  kind('fusionauth.stop', 'stop',",
      add: `  kind('fusionauth.sweep', 'sweep', {
    members: {},
    about: 'refresh-token',
    refused: ['choice.nothing-to-revoke'],
    asks: { effect: 'revoke', guard: 'canRevoke' },
  }),
`,
    },
    {
      file: 'scenarios/i18n/en/titles.ts',
      before: "  'fusionauth.stop': () => 'Stop FusionAuth',",
      add: "  'fusionauth.sweep': () => 'Sweep',\n",
    },
    {
      file: 'scenarios/i18n/es/titles.ts',
      before: "  'fusionauth.stop': () => 'Detener FusionAuth',",
      add: "  'fusionauth.sweep': () => 'Barrer',\n",
    },
  ],
} satisfies Readonly<Record<string, readonly Addition[]>>
