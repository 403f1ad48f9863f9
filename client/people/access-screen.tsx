import type { Grant } from '@atelier/shared/people/grant'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGrants } from '../api/people-records'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { GrantEntry } from './grant-entry'
import { grantKey, grantKinds, grantsAbout } from './grants-about'
import { Rows } from './rows'
import { SettingsTitle } from './settings-title'

/** Everything that lets anybody in, in one list. */
export function AccessScreen() {
  const { t } = useTranslation('people')
  const { data, error } = useGrants()
  const [wanted, setWanted] = useState('')
  const [kind, setKind] = useState<Grant['kind'] | 'all'>('all')
  return (
    <>
      <SettingsTitle page="access" intro={t('access.intro')} />
      <div className="mb-4 grid gap-2 sm:grid-cols-[1fr_14rem]">
        <TextField
          label={t('access.find')}
          hideLabel
          placeholder={t('access.find')}
          value={wanted}
          onChange={setWanted}
        />
        <Select label={t('access.kind')} hideLabel value={kind} onChange={setKind}>
          <Option id="all">{t('access.all')}</Option>
          {grantKinds.map((one) => (
            <Option key={one} id={one}>
              {t(`access.kinds.${one}`)}
            </Option>
          ))}
        </Select>
      </div>
      <Rows
        label={t('access.list')}
        rows={data && grantsAbout(data, wanted, kind)}
        error={error}
        empty={<p className="py-8 text-ink-faint">{t('access.nothing')}</p>}
      >
        {(grant) => <GrantEntry key={grantKey(grant)} grant={grant} />}
      </Rows>
    </>
  )
}
