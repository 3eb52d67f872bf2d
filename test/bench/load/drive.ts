import { createJobs, type Job } from './jobs.ts'
import type { Side } from './protocol.ts'

const [side = 'now', url = ''] = process.argv.slice(2)

const jobs = createJobs(side as Side, url)

process.on('message', (job: Job) => {
  void jobs
    .then((work) => work(job))
    .then(
      (result) => process.send?.({ result }),
      (error: unknown) =>
        process.send?.({ problem: error instanceof Error ? error.stack : 'An error.' }),
    )
})
process.on('disconnect', () => process.exit())
