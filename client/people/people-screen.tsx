import type { PersonRow } from '@atelier/shared/people/person'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../api/people-records'
import { TextField } from '../ui/text-field'
import { MentorshipFigures } from './mentorship-figures'
import { PersonEntry } from './person-entry'
import { Rows } from './rows'
import { SettingsTitle } from './settings-title'

/** Everybody in the workspace. */
export function PeopleScreen() {
  const { t } = useTranslation('people')
  const { data, error } = usePeople()
  const [wanted, setWanted] = useState('')
  const found = data?.filter((person) => says(person, wanted))
  return (
    <>
      <SettingsTitle page="people" intro={t('people.intro')} />
      {data && data.length > 8 && (
        <TextField
          label={t('people.find')}
          hideLabel
          placeholder={t('people.find')}
          value={wanted}
          onChange={setWanted}
          className="mb-4 max-w-sm"
        />
      )}
      <Rows
        label={t('people.list')}
        rows={found}
        error={error}
        empty={<p className="py-8 text-ink-faint">{t('people.nobody')}</p>}
      >
        {(person) => <PersonEntry key={person.id} person={person} />}
      </Rows>
      <MentorshipFigures />
    </>
  )
}

const says = (person: PersonRow, wanted: string): boolean =>
  [person.name, person.department, person.organisation, person.email]
    .join(' ')
    .toLocaleLowerCase()
    .includes(wanted.trim().toLocaleLowerCase())
