import type { SigningRole } from '@atelier/shared/access/roles'
import type { RecordPage, RecordPerson } from '@atelier/shared/training/record'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { PersonBox } from './person-box'
import { recordRoute } from './training-records'

/** The three, who was one of them before, and who is asked. */
export function RecordPeople({ record }: { record: RecordPage }) {
  const { t } = useTranslation('training')
  const [asked, setAsked] = useState<SigningRole | null>(null)
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="mb-3 font-semibold text-lg">
        {t('record.people')}
      </h2>
      <ul className="space-y-3">
        {record.people.map((person) => (
          <li key={`${person.id} ${person.standing} ${person.role}`}>
            <OnePerson person={person} />
          </li>
        ))}
      </ul>
      {record.mayReplace.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-2">
          {record.mayReplace.map((role) => (
            <Button key={role} size="small" onPress={() => setAsked(role)}>
              {t('record.replace')}: {t(`roles.${role}`)}
            </Button>
          ))}
        </div>
      )}
      {asked && <ReplaceDialog recordId={record.id} role={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function OnePerson({ person }: { person: RecordPerson }) {
  const { t } = useTranslation('training')
  const { name, colour, organisation, role, standing, isHere } = person
  const notes = [
    standing === 'before' ? t('record.before') : '',
    standing === 'asked' ? t('record.isAsked') : '',
    isHere ? '' : t('record.gone'),
  ].filter((note) => note !== '')
  return (
    <div className="flex items-center gap-3">
      <Avatar name={name} colour={colour} size="medium" />
      <div className="min-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="text-ink-soft text-sm">
          {[t(`roles.${role}`), organisation, ...notes].join(' · ')}
        </p>
      </div>
    </div>
  )
}

type Replacing = { recordId: string; role: SigningRole; onClose(): void }

function ReplaceDialog({ recordId, role, onClose }: Replacing) {
  const { t } = useTranslation('training')
  const [personId, setPerson] = useState<string | null>(null)
  const request = useFormRequest(
    () =>
      ask(
        recordRoute.people.$post({
          param: { recordId },
          json: { role, personId: personId ?? '' },
        }),
      ),
    { renews: [['training']], done: onClose },
  )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('record.replaceTitle', { role: t(`roles.${role}`) })}
      description={t('record.replaceWords')}
    >
      <FormFrame onSubmit={() => request.send()} fault={request.fault} errors={request.errors}>
        <PersonBox
          label={t(`roles.${role}`)}
          value={personId}
          onChange={setPerson}
          error={request.errors.personId && t('record.replaceFault')}
        />
        <DialogFoot>
          <Button
            type="submit"
            tone="primary"
            isDisabled={personId === null}
            isPending={request.isPending}
          >
            {t('record.replaceSend')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
