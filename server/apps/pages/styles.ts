import type { ApplicationName } from '../../../scenarios/model/participant.ts'

const looks: Readonly<
  Record<ApplicationName, { ground: string; ink: string; accent: string; face: string }>
> = {
  Store: {
    ground: '#fbf7f0',
    ink: '#33291c',
    accent: '#9a4a12',
    face: 'Georgia, "Times New Roman", serif',
  },
  Forums: { ground: '#f2f6f4', ink: '#1d2b27', accent: '#0c6b58', face: 'system-ui, sans-serif' },
}

/**
 * The style sheet of an application; each has a look of its own, so that learners tell them apart.
 *
 * @param own a colour in place of the usual accent
 */
export const styleOf = (name: ApplicationName, own?: string): string => {
  const { ground, ink, accent: usual, face } = looks[name]
  const accent = own ?? usual
  return `
    body { margin: 0; background: ${ground}; color: ${ink}; font: 16px/1.5 ${face}; }
    header { display: flex; gap: 1rem; align-items: baseline; padding: 1rem 1.5rem; border-bottom: 3px solid ${accent}; }
    header span { opacity: .8; font-size: .875rem; }
    .brand { color: ${accent}; font-size: 1.375rem; font-weight: 700; text-decoration: none; }
    main { max-width: 34rem; padding: 1rem 1.5rem 2rem; }
    h1 { font-size: 1.5rem; }
    h2 { margin: 0; font-size: 1.0625rem; }
    a { color: ${accent}; }
    form { display: grid; gap: .75rem; max-width: 20rem; }
    label { display: grid; gap: .25rem; font-size: .9375rem; }
    input { font: inherit; padding: .5rem; border: 1px solid ${ink}; border-radius: 4px; background: #fff; color: ${ink}; }
    button, .button { display: inline-block; justify-self: start; font: inherit; padding: .5rem 1rem; border: 0; border-radius: 4px; background: ${accent}; color: #fff; text-decoration: none; cursor: pointer; }
    .cart { list-style: none; padding: 0; }
    .cart .item { display: flex; justify-content: space-between; padding: .6rem 0; border-bottom: 1px solid #0002; }
    article.item { padding: .75rem 0; border-bottom: 1px solid #0002; }
    article p { margin: .25rem 0; }
    .by { font-size: .875rem; opacity: .8; }
    .problem { padding: .5rem .75rem; background: #fde8e6; color: #8a1c10; border-left: 4px solid #b3261e; }`
}
