import { type MatrixFile, unpackMatrix } from '../../../scenarios/matrix/file.ts'
// oxlint-disable-next-line import/default -- Vite makes the export
import address from '../../../scenarios/matrix/matrix.json?url'
import { readMatrix, type MatrixIndex } from './data.ts'

/**
 * The experiments that are published with the lab.
 *
 * @throws Error when the file cannot be loaded
 */
export const loadMatrix = async (): Promise<MatrixIndex> => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The server answered with status ${response.status}.`)
  return readMatrix(unpackMatrix((await response.json()) as MatrixFile))
}
