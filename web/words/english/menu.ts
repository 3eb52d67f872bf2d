export const menu = {
  verdict: 'Verdict on this workflow',
  title: 'Menu',
  fusionauth: 'How FusionAuth is set',
  profiles: { fidelity: 'FusionAuth as it comes', hardened: 'FusionAuth hardened' },
  language: 'Language',
  save: 'Save the trace',
  open: 'Open a saved trace',
  tour: 'Show me around',
  keys: 'Keys',
}
