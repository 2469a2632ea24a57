export { type ActivityPlan, activityKinds, audienceKinds } from './activity.ts'
export { checkIn, confirmHeld, countAtDoor } from './check-in.ts'
export { comingUp, ownActivitiesPart, signUpRecords, thisWeekPart } from './for-others.tsx'
export { eraseOldContacts } from './forget.ts'
export { HelpedSignUpFields } from './helped-fields.tsx'
export {
  eventForHelp,
  eventsForHelp,
  type HelpedEvent,
  type HelpedProblem,
  signUpHelped,
} from './helped-sign-up.ts'
export { refreshEventLetter } from './letters.ts'
export { cancelActivity, planActivity } from './organise.ts'
export { calendarPath, organiseAt, organisePath } from './paths.ts'
export { activityRoutes } from './routes.ts'
export { signUp } from './sign-up-acts.ts'
export { forgetPersonInSignUps } from './sign-up-store.ts'
