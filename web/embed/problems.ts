/** Why a page shows no player: each a sentence for its author, with what to check. */
export const problems = {
  silent: (lab: URL, origin: string): string =>
    `No player has come from ${new URL('embed.html', lab).href}: check that this address opens, and that ${origin} is named in EMBED_ORIGINS there.`,
  noOrigin:
    'The origin of this page is "null" (it is a file, or in a sandbox), and EMBED_ORIGINS can name no such page: serve it from a web site.',
  noPlayer: (lab: URL): string =>
    `The player could not be loaded from ${lab.href}: check that this address opens, and that your site’s Content-Security-Policy allows its scripts.`,
  gone: 'The player was taken out of its page.',
  changed: 'The player was loaded anew, for its attributes have changed.',
  inHead: (workflow: string): string =>
    `embed.js stands in <head>, where nothing can be shown: put <login-lab-embed workflow="${workflow}"></login-lab-embed> where the player belongs.`,
}

/** Says a sentence to the author of a page, who reads the console. */
export const warn = (sentence: string): void => {
  // oxlint-disable-next-line no-console
  console.warn(`Login Lab: ${sentence}`)
}
