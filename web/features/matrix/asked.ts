/** What an address asks of the matrix: `?matrix=csrf`, `?matrix=csrf.difference`. */
export interface MatrixQuery {
  /** A workflow's slug or an attack's name; '' for the first workflow. */
  readonly of: string
  /** Only what makes a difference is wanted. */
  readonly onlyDifference: boolean
}

const difference = 'difference'

export const readAsked = (text: string): MatrixQuery => {
  const [of = '', ...rest] = text.split('.')
  return { of, onlyDifference: rest.includes(difference) }
}

export const writeAsked = ({ of, onlyDifference }: MatrixQuery): string =>
  onlyDifference ? `${of}.${difference}` : of
