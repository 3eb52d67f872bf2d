export const lab = {
  languageFailed: 'This language could not be loaded. Check the connection and choose it again.',
}
