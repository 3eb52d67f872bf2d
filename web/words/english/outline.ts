export const outline = {
  title: 'Outline',
  chapter: (title: string, from: number, to: number) => `${title}, messages ${from} to ${to}`,
}
