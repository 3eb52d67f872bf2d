export const list = {
  title: 'Messages',
  planned: 'planned',
  found: 'found',
}
