import type { MentorshipPage, WriteAgreement } from '@atelier/shared/mentorships/mentorship'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../access/session'
import { api, ask } from '../../api/api'
import { mentorshipsKey } from '../../api/mentorship-records'
import { codeOf } from '../../api/request-failed'
import { useFormRequest } from '../../api/use-form-request'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { AgreementText } from './agreement-text'

/** Whoever was too late is shown what was quicker. */
function useWriteAgreement(id: string, done: () => void) {
  const queries = useQueryClient()
  return useFormRequest(
    async (json: WriteAgreement) => {
      try {
        await ask(api.mentorships[':id'].agreements.$post({ param: { id }, json }))
      } catch (error) {
        void queries.invalidateQueries({ queryKey: mentorshipsKey })
        throw error
      }
    },
    { renews: [mentorshipsKey], done },
  )
}

const newestOf = ({ proposed, agreement }: MentorshipPage) => proposed ?? agreement

/**
 * Writes the next version, on top of the newest. Where somebody was quicker, theirs is shown above what is written
 * here, which stays, and may be written on top of that.
 */
export function AgreementDialog({ page, onClose }: { page: MentorshipPage; onClose(): void }) {
  const { t } = useTranslation('mentorships')
  const [begun] = useState(() => newestOf(page))
  const [values, setValues] = useState({
    goals: begun?.goals.join('\n') ?? '',
    rhythm: begun?.rhythm ?? '',
    confidentiality: begun?.confidentiality ?? '',
    endsOn: begun?.endsOn ?? null,
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const newest = newestOf(page)
  const { id: me } = useMe()
  const isNewer = (newest?.version ?? 0) > (begun?.version ?? 0)
  const isOvertaken = isNewer && newest?.writtenBy !== me
  const form = useWriteAgreement(page.id, onClose)
  const hasConflict = form.error !== null && codeOf(form.error) === 'conflict'
  const submit = () => {
    const goals = values.goals.split('\n').map((one) => one.trim())
    // On top of what is shown: a newer one that is not is refused, and shown then.
    const basedOn = newest?.version ?? 0
    form.send({ ...values, goals: goals.filter(Boolean), basedOn })
  }
  const fault = Object.entries(form.errors).find(([field]) => field.startsWith('goals'))?.[1]
  const errors = fault ? { ...form.errors, goals: fault } : form.errors
  const author = page.people.find(({ id }) => id === newest?.writtenBy)?.name ?? ''
  return (
    <Dialog
      isOpen
      width="medium"
      isDismissable={false}
      onOpenChange={(open) => open || onClose()}
      title={t(begun ? 'agreement.changeTitle' : 'agreement.write')}
      description={t('agreement.intro')}
    >
      <FormFrame onSubmit={submit} fault={hasConflict ? null : form.fault} errors={errors}>
        {hasConflict && !isOvertaken && <Banner tone="danger">{t('agreement.conflict')}</Banner>}
        {newest && isOvertaken && (
          <div className="space-y-3 rounded-lg border border-line p-4">
            <Banner tone="warning">{t('agreement.overtaken', { name: author })}</Banner>
            <AgreementText agreement={newest} />
          </div>
        )}
        <TextArea
          label={t('agreement.goals')}
          description={t('agreement.goalsHelp')}
          placeholder={t('agreement.goalsExample')}
          value={values.goals}
          onChange={(text) => set({ goals: text })}
          error={fault}
          autoFocus
        />
        <TextField
          label={t('agreement.rhythm')}
          placeholder={t('agreement.rhythmExample')}
          value={values.rhythm}
          onChange={(rhythm) => set({ rhythm })}
          maxLength={120}
          error={form.errors.rhythm}
        />
        <TextArea
          label={t('agreement.confidentiality')}
          placeholder={t('agreement.confidentialityExample')}
          value={values.confidentiality}
          onChange={(confidentiality) => set({ confidentiality })}
          maxLength={2000}
          error={form.errors.confidentiality}
        />
        <DateField
          label={t('agreement.endsOn')}
          description={t('agreement.endsOnHelp')}
          value={values.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          error={form.errors.endsOn}
        />
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t(isOvertaken ? 'agreement.proposeOnTop' : 'agreement.propose')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
