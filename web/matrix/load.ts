import type { Matrix as MatrixFile } from '../../scenarios/matrix/format.ts'
import { readMatrix, type Matrix } from './data.ts'

const files = import.meta.glob<string>('../../scenarios/matrix/matrix.json', {
  query: '?url',
  import: 'default',
})

/**
 * The experiments that are published with the lab.
 *
 * @throws Error when the file cannot be loaded
 */
export const loadMatrix = async (): Promise<Matrix> => {
  const [address] = Object.values(files)
  if (address === undefined) throw new Error('The matrix has not been built.')
  const response = await fetch(await address())
  if (!response.ok) throw new Error(`The server answered with status ${response.status}.`)
  return readMatrix((await response.json()) as MatrixFile)
}
