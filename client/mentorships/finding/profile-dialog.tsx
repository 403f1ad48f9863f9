import type { MentorProfile } from '@atelier/shared/mentorships/mentorship'
import { languages } from '@atelier/shared/people/choices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useFormRequest } from '../../api/use-form-request'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { Option, Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { toast } from '../../ui/toast'
import { SkillField } from './skill-field'
import { withTyped } from './skills'

const capacities = ['0', '1', '2', '3', '4', '5', '8', '12', '20']

/** What somebody offers and seeks, and whether others find them by it. */
export function ProfileDialog(props: { profile: MentorProfile; onClose(): void }) {
  const { profile, onClose } = props
  const { t } = useTranslation('mentorships')
  const { t: people } = useTranslation('people')
  const [values, setValues] = useState(profile)
  const [typed, setTyped] = useState({ seeks: '', offers: '' })
  const set = (change: Partial<MentorProfile>) => setValues((now) => ({ ...now, ...change }))
  const form = useFormRequest(
    (json: MentorProfile) => ask(api.me['mentor-profile'].$put({ json })),
    {
      renews: [['mentorships']],
      done: () => {
        toast({ text: t('profile.saved') })
        onClose()
      },
    },
  )
  const save = () => {
    const seeks = withTyped(values.seeks, typed.seeks)
    const offers = withTyped(values.offers, typed.offers)
    form.send({ ...values, seeks, offers })
  }
  const faultOf = (field: string) =>
    Object.entries(form.errors).find(([name]) => name.split('.')[0] === field)?.[1]
  const known = capacities.includes(String(values.capacity))
  return (
    <Dialog
      isOpen
      width="medium"
      isDismissable={values === profile && typed.seeks + typed.offers === ''}
      onOpenChange={(open) => open || onClose()}
      title={t('profile.title')}
      description={t('profile.intro')}
    >
      <FormFrame onSubmit={save} fault={form.fault} errors={form.errors}>
        <SkillField
          label={t('profile.seeks')}
          placeholder={t('profile.seeksExample')}
          value={values.seeks}
          onChange={(seeks) => set({ seeks })}
          typed={typed.seeks}
          onTyped={(seeks) => setTyped({ ...typed, seeks })}
          error={faultOf('seeks')}
        />
        <SkillField
          label={t('profile.offers')}
          placeholder={t('profile.offersExample')}
          value={values.offers}
          onChange={(offers) => set({ offers })}
          typed={typed.offers}
          onTyped={(offers) => setTyped({ ...typed, offers })}
          error={faultOf('offers')}
        />
        <fieldset>
          <legend className="mb-1 font-medium text-sm">{t('profile.languages')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {languages.map((language) => (
              <Checkbox
                key={language}
                isSelected={values.languages.includes(language)}
                onChange={(isSpoken) =>
                  set({
                    languages: languages.filter((one) =>
                      one === language ? isSpoken : values.languages.includes(one),
                    ),
                  })
                }
              >
                {people(`languages.${language}`)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Select
          label={t('profile.capacity')}
          value={String(values.capacity)}
          onChange={(capacity) => set({ capacity: Number(capacity) })}
          error={form.errors.capacity}
        >
          {[...capacities, ...(known ? [] : [String(values.capacity)])].map((count) => (
            <Option key={count} id={count}>
              {t('profile.mentees', { count: Number(count) })}
            </Option>
          ))}
        </Select>
        <TextArea
          label={t('profile.about')}
          placeholder={t('profile.aboutExample')}
          value={values.about}
          onChange={(about) => set({ about })}
          maxLength={1000}
          error={form.errors.about}
        />
        <div className="rounded-lg bg-sunken px-4 py-2.5">
          <Checkbox isSelected={values.isOpen} onChange={(isOpen) => set({ isOpen })}>
            {t('profile.open')}
          </Checkbox>
          <p className="ms-7 text-ink-faint text-sm text-pretty">{t('profile.openWords')}</p>
        </div>
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t('profile.save')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
