import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { Info } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useMentorships } from '../api/mentorship-records'
import { useFormat } from '../i18n/use-format'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { Option, Select } from '../ui/select'
import { isGoingOn, othersIn } from './entry-facts'

const alone = 'alone'

/** What an entry is written in: for oneself, or a mentorship that goes on. */
export function MentorshipChoice(props: {
  value: string | null
  onChange: (mentorshipId: string | null) => void
  look?: 'field' | 'quiet'
  showLabel?: boolean
  label?: string
  className?: string
}) {
  const { t } = useTranslation('journals')
  const { data = [] } = useMentorships()
  const nameOf = useMentorshipNames()
  const offered = data.filter((one) => isGoingOn(one) || one.id === props.value)
  return (
    <Select<string>
      label={props.label ?? t('entry.in')}
      hideLabel={!props.showLabel}
      className={props.className}
      look={props.look ?? 'quiet'}
      value={props.value ?? alone}
      onChange={(key) => props.onChange(key === alone ? null : key)}
    >
      <Option id={alone}>{t('entry.alone')}</Option>
      {offered.map((mentorship) => (
        <Option key={mentorship.id} id={mentorship.id}>
          {nameOf(mentorship)}
        </Option>
      ))}
    </Select>
  )
}

/** In place of the choice, as long as others read some of the entry. Null for a mentorship nobody is told of here. */
export function WrittenIn({ mentorship }: { mentorship: Mentorship | null }) {
  const { t } = useTranslation('journals')
  const nameOf = useMentorshipNames()
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1 ps-2 text-ink-soft text-sm">
      <p className="min-w-0">
        <span className="sr-only">{t('entry.in')}: </span>
        <span dir="auto">{mentorship ? nameOf(mentorship) : t('entry.inUnread')}</span>
      </p>
      <DialogTrigger>
        <IconButton size="small" label={t('entry.whyItStays')}>
          <Info size={14} aria-hidden />
        </IconButton>
        <Popover label={t('entry.whyItStays')} className="max-w-64 text-sm">
          <p>{t('entry.sharedStays')}</p>
        </Popover>
      </DialogTrigger>
    </div>
  )
}

/** What the reader calls a mentorship: by who else is in it. */
export function useMentorshipNames() {
  const { t } = useTranslation('journals')
  const { list } = useFormat()
  const { id: meId } = useMe()
  return (mentorship: Parameters<typeof othersIn>[0]): string => {
    const names = list(othersIn(mentorship, meId).map(({ name }) => name))
    if (names === '') return t('entry.withSomebody')
    return t(mentorship?.kind === 'circle' ? 'entry.inCircle' : 'entry.withPair', { names })
  }
}
