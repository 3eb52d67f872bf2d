/** Pages of the Hacker's own. */

/** A page that leads on at once. */
export const goesTo = (url: string): { readonly html: string } => ({
  html: `<!doctype html><html lang="en"><title>One moment</title><meta http-equiv="refresh" content="0; url=${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"><p>One moment …</p></html>`,
})

/** A page that sends a form off as soon as it is open. */
export const sendsItself = (action: string, fields: Readonly<Record<string, string>>): string => {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')
  return `<!doctype html><html lang="en"><title>You have won</title><form method="post" action="${action}">${inputs}</form><script>document.forms[0].submit()</script></html>`
}
