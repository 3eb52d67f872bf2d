/** What a page of a workflow says around its messages, in one language. */
export interface SiteWords {
  /** Name of the language in itself. */
  readonly language: string
  readonly skip: string
  readonly play: string
  readonly all: string
  readonly site: string
  readonly start: string
  readonly index: { readonly title: string; readonly description: string }
  readonly clients: Readonly<Record<'webapp' | 'spa' | 'mobile', string>>
  readonly judged: string
  readonly published: string
  readonly picture: string
  readonly messages: string
  readonly columns: readonly [number: string, way: string, message: string, story: string]
  readonly simulated: string
  readonly lessons: string
  readonly attacks: string
  readonly previous: string
  readonly next: string
  readonly others: string
  readonly description: (title: string, count: number, standing: string) => string
  /** For who cannot see the picture. */
  readonly alternative: (title: string, count: number, participants: string) => string
  /** The same is told of a message as of the one of that number. */
  readonly as: (n: number) => string
  /** What a list says of the file of a workflow. */
  readonly file: (count: number, standing: string) => string
  readonly foot: string
}
