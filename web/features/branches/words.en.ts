export const branches = {
  title: 'Branches',
  lesson: 'The lesson',
  copy: 'A copy',
  left: (n: number) => (n === 0 ? 'from the beginning' : `leaves after message ${n}`),
  messages: (n: number) => `${n} ${n === 1 ? 'message' : 'messages'}`,
  shown: 'shown now',
  open: (name: string) => `Show the branch “${name}”`,
  rename: (name: string) => `Rename “${name}”`,
  compare: (name: string) => `Compare what is shown with “${name}”`,
  name: 'Name of the branch',
  byItself: 'Empty for the name it has by itself',
  save: 'Save',
  cancel: 'Cancel',
  how: 'Go back to any point and do something else there: a branch opens, and this one stays.',
  cannot:
    'This run cannot branch: it is a recording, or a real FusionAuth, which cannot be turned back in time.',
}
