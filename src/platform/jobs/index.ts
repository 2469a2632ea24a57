export { type Job, type JobWork, type Report } from './job.ts'
export { type JobRunnerOptions, runJobHere, startJobRunner } from './runner.ts'
export { enqueueJob, findJob, latestJobOf, type NewJob, releaseJobsOfDead } from './store.ts'
