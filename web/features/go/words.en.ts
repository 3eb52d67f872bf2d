export const go = {
  title: 'Go to a message',
  question: 'Go to a message: its number, or its name such as login.token-request',
  go: 'Go',
}
