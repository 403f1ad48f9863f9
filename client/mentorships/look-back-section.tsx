import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { cardClass } from '../ui/card'
import { classNames } from '../ui/class-names'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'
import { toast } from '../ui/toast'
import { Section } from './section'
import { areLookBacksOpen, lookBacksOpenAt, peopleNowIn } from './standing'

/** At the end everybody looks back for themself; then all of it is read side by side. */
export function LookBackSection({ page }: { page: MentorshipPage }) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const isOpen = areLookBacksOpen(page)
  const own = page.lookBacks.find(({ personId }) => personId === me)
  return (
    <div className="mt-10">
      <Section title={t('lookBack.title')}>
        {isOpen && page.lookBacks.length > 0 && <SideBySide page={page} />}
        {(!isOpen || !own) && (
          <LookBackForm key={own?.words} page={page} words={own?.words ?? ''} />
        )}
      </Section>
    </div>
  )
}

function SideBySide({ page }: { page: MentorshipPage }) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {page.lookBacks.map(({ personId, words }) => {
        const person = page.people.find(({ id }) => id === personId)
        return (
          <li key={personId} className={classNames(cardClass, 'p-5')}>
            <p className="mb-3 flex items-center gap-2.5 font-medium">
              {person && <Avatar name={person.name} colour={person.colour} size="small" />}
              {personId === me ? t('you') : person?.name}
            </p>
            <p dir="auto" className="whitespace-pre-wrap text-pretty wrap-anywhere">
              {words}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function LookBackForm({ page, words }: { page: MentorshipPage; words: string }) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const { id: me } = useMe()
  const [text, setText] = useState(words)
  const form = useFormRequest(
    (json: { words: string }) =>
      ask(api.mentorships[':id']['look-back'].$put({ param: { id: page.id }, json })),
    { renews: [['mentorships']], done: () => void toast({ text: t('lookBack.saved') }) },
  )
  const isAlone = peopleNowIn(page).every(({ id }) => id === me)
  const opens = page.endedAt === null ? '' : day(lookBacksOpenAt(page.endedAt))
  const isSame = text.trim() === '' || text.trim() === words
  return (
    <FormFrame
      onSubmit={() => isSame || form.send({ words: text })}
      fault={form.fault}
      errors={form.errors}
      className="max-w-2xl space-y-3"
    >
      <TextArea
        label={t('lookBack.own')}
        description={isAlone ? t('lookBack.alone') : t('lookBack.when', { day: opens })}
        placeholder={t('lookBack.example')}
        rows={5}
        value={text}
        onChange={setText}
        maxLength={5000}
        error={form.errors.words}
      />
      <Button tone="primary" type="submit" isDisabled={isSame} isPending={form.isPending}>
        {t(words === '' ? 'lookBack.keep' : 'lookBack.change')}
      </Button>
    </FormFrame>
  )
}
