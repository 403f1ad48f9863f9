import { type TrainingRole, trainingRoles } from '@atelier/shared/access/roles'
import { monthsAfter } from '@atelier/shared/basics/days'
import { newUuid } from '@atelier/shared/basics/uuid'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-field'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { Option, Select } from '../ui/select'
import { PersonBox } from './person-box'
import { usePlans } from './training-records'

/** Who of the three one is, and who the two others are. */
export function BeginDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('training')
  const { id: me } = useMe()
  const navigate = useNavigate()
  const { data: plans = [] } = usePlans()
  const [id] = useState(newUuid)
  const [role, setRole] = useState<TrainingRole>('apprentice')
  const [planId, setPlan] = useState<string | null>(null)
  const [people, setPeople] = useState<Partial<Record<TrainingRole, string | null>>>({})
  const [startsOn, setStart] = useState<string | null>(() => new Date().toISOString().slice(0, 10))
  const [endsOn, setEnd] = useState<string | null>(() => monthsAfter(startsOn ?? '', 36))
  const plan = plans.find((one) => one.id === planId)
  const idOf = (one: TrainingRole) => (one === role ? me : people[one]) ?? ''
  const isWhole = trainingRoles.every((one) => idOf(one) !== '') && plan && startsOn && endsOn
  const request = useFormRequest(
    () => {
      const ids = {
        ...{ apprenticeId: idOf('apprentice'), trainerId: idOf('trainer') },
        ...{ schoolId: idOf('school'), planId: planId ?? '', planVersion: plan?.version ?? 1 },
      }
      const json = { id, ...ids, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
      return ask(api.training.records.$post({ json }))
    },
    {
      renews: [['training']],
      done: ({ id: recordId }) => navigate({ to: '/training/$recordId', params: { recordId } }),
    },
  )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      title={t('beginForm.title')}
      description={t('beginForm.words')}
    >
      <FormFrame onSubmit={() => request.send()} fault={request.fault} errors={request.errors}>
        <Select label={t('beginForm.iAm')} value={role} onChange={setRole} autoFocus>
          {trainingRoles.map((one) => (
            <Option key={one} id={one}>
              {t(`roles.${one}`)}
            </Option>
          ))}
        </Select>
        {trainingRoles
          .filter((one) => one !== role)
          .map((one) => (
            <PersonBox
              key={one}
              label={t(`roles.${one}`)}
              value={people[one] ?? null}
              onChange={(chosen) => setPeople((before) => ({ ...before, [one]: chosen }))}
              error={request.errors[`${one}Id`] && t('beginForm.sameOrganisation')}
            />
          ))}
        <Select
          label={t('beginForm.plan')}
          placeholder={t('beginForm.choosePlan')}
          value={planId}
          onChange={setPlan}
        >
          {plans.map((one) => (
            <Option key={one.id} id={one.id}>
              {one.title}
            </Option>
          ))}
        </Select>
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField label={t('beginForm.from')} value={startsOn} onChange={setStart} />
          <DateField
            label={t('beginForm.until')}
            value={endsOn}
            onChange={setEnd}
            error={request.errors.endsOn}
          />
        </div>
        <DialogFoot>
          <Button type="submit" tone="primary" isPending={request.isPending} isDisabled={!isWhole}>
            {t('beginForm.send')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
