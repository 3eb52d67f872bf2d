export const notFound = {
  none: (slug: string) => `There is no workflow “${slug}”.`,
  nearest: 'The nearest is',
  all: 'All workflows:',
}
