export const list = {
  title: 'Messages',
  planned: 'planned',
  found: 'found',
}

export const outline = {
  title: 'Outline',
  chapter: (title: string, from: number, to: number) => `${title}, messages ${from} to ${to}`,
}
