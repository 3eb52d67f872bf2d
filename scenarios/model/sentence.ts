/** What somebody says, with the full stop that ends it, where it has no end of its own. */
export const ended = (said: string): string => (/[.?!]$/.test(said) ? said : `${said}.`)
