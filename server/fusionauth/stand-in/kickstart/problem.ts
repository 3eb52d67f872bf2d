/** What is wrong with a Kickstart, in one sentence that names the place. */
export class KickstartProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'KickstartProblem'
  }
}
