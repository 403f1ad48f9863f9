import { newUuid } from '@atelier/shared/basics/uuid'
import type { PersonCard } from '@atelier/shared/people/person'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { Option, Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { PersonBox } from './person-box'
import { useAsk } from './use-ask'

/** `person`: whom, where that is known. */
type Props = { person: PersonCard | null; onClose(): void }

/** Asks one person to be one's mentor, or offers to be theirs. */
export function AskDialog({ person, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const [values, setValues] = useState({
    id: newUuid(),
    personId: person?.id ?? null,
    as: 'mentee' as 'mentee' | 'mentor',
    words: '',
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const form = useAsk(onClose)
  const { personId } = values
  const submit = () => {
    if (personId !== null) form.send({ kind: 'pair', ...values, personId })
  }
  return (
    <Dialog
      isOpen
      isDismissable={values.words === ''}
      onOpenChange={(open) => open || onClose()}
      title={person ? t('ask.titleOne', { name: person.name }) : t('ask.title')}
      description={t('ask.intro')}
    >
      <FormFrame onSubmit={submit} fault={form.fault} errors={form.errors}>
        {person ? (
          <p className="flex items-center gap-3">
            <Avatar name={person.name} colour={person.colour} />
            <span className="min-w-0">
              <span className="block truncate font-medium">{person.name}</span>
              <span className="block truncate text-ink-faint text-sm">
                {[person.department, person.organisation].filter(Boolean).join(' · ')}
              </span>
            </span>
          </p>
        ) : (
          <PersonBox
            label={t('ask.person')}
            value={personId}
            onChange={(id) => set({ personId: id })}
            error={form.errors.personId}
          />
        )}
        <Select label={t('ask.as')} value={values.as} onChange={(as) => set({ as })}>
          {(['mentee', 'mentor'] as const).map((role) => (
            <Option key={role} id={role} hint={t(`ask.asHints.${role}`)}>
              {t(`ask.roles.${role}`)}
            </Option>
          ))}
        </Select>
        <TextArea
          label={t('ask.words')}
          placeholder={t(`ask.wordsExample.${values.as}`)}
          rows={4}
          value={values.words}
          onChange={(words) => set({ words })}
          maxLength={1000}
          error={form.errors.words}
          autoFocus={person !== null}
        />
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            tone="primary"
            type="submit"
            isDisabled={personId === null}
            isPending={form.isPending}
          >
            {t('ask.send')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
