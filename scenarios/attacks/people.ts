/** The name of the Hacker's own account; a page that greets by it is not the victim's. */
export const hackerName = 'Mallory Vale'
