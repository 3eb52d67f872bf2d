/**
 * Where a build will be, from `PUBLIC_URL`: the address of its folder, with a slash at its end.
 *
 * @returns null when nothing is said
 * @throws Error that says what is expected, for anything but an address of HTTP
 */
export const publicUrlOf = (text: string | undefined): string | null => {
  if (text === undefined || text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '')
    throw new Error(
      `PUBLIC_URL must be the address of the folder that is built, such as https://example.com/login-lab/; “${text}” is none.`,
    )
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
