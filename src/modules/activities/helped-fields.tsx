import { type FormState, type Frame, formatCount, TextField } from '../../site/index.ts'
import type { HelpedEvent } from './helped-sign-up.ts'
import { words } from './messages.ts'
import { headsFields, waitField } from './sign-up-form.ts'
import { HeadsFields, Tick } from './sign-up-page.tsx'

interface HelpedSignUpFieldsProps {
  readonly lang: Frame['lang']
  readonly event: HelpedEvent
  readonly form: FormState
  readonly contactDays: number
}

/** What is asked of a person whom somebody helps: how many come and, only where nothing is known, how they are reached. */
export const HelpedSignUpFields = ({ lang, event, form, contactDays }: HelpedSignUpFieldsProps) => {
  const say = words(lang)
  const offerWaiting = event.offerWaiting || form.errors.some(({ field }) => field === waitField)
  return (
    <>
      <p class="muted">{say.helpedName}</p>
      <HeadsFields lang={lang} form={form} values={{ [headsFields.adults]: '1' }} />
      {event.reach === null ? (
        <TextField
          name="lien-he"
          label={say.contact}
          help={say.contactHelp(formatCount(contactDays, lang))}
          form={form}
          maxlength={260}
          autocomplete="off"
        />
      ) : (
        <p>{say.helpedReach(event.reach)}</p>
      )}
      {(offerWaiting || waitField in form.typed) && (
        <div class="field">
          <Tick name={waitField} checked={waitField in form.typed}>
            {say.mayWait}
          </Tick>
        </div>
      )}
    </>
  )
}
