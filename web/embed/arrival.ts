/** Those who wait for a player, until there is one or will be none. */
export class Arrival {
  #waiting: ((problem: string) => void)[] = []

  /** Rejects with the sentence when there will be no player. */
  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push((problem) => (problem === '' ? resolve() : reject(new Error(problem))))
    })
  }

  /** @param problem why there will be no player; '' when there is one */
  settle(problem: string): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const answer of waiting) answer(problem)
  }
}
