import { longestJournalQuery } from '@atelier/shared/journals/journal'
import { Link, useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMentorships } from '../api/mentorship-records'
import { classNames } from '../ui/class-names'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import type { JournalSearch } from './journal-search'
import { useMentorshipNames } from './mentorship-choice'

const filterClass = classNames(
  'flex h-8 items-center rounded-full px-3 text-ink-soft text-sm hover:bg-hover pointer-coarse:h-11',
  'aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink',
)

const everything = 'everything'

/** One's own entries or those of others, and of which mentorship. */
export function JournalFilter({ search }: { search: JournalSearch }) {
  const { t } = useTranslation('journals')
  const navigate = useNavigate()
  const nameOf = useMentorshipNames()
  const { data = [] } = useMentorships()
  const begun = data.filter(({ beganAt }) => beganAt !== null)
  const within = search.in ? { in: search.in } : {}
  const exact = { exact: true, includeSearch: true }
  return (
    <div className="mb-2 flex flex-wrap items-center gap-1">
      <nav aria-label={t('show.label')} className="flex gap-1">
        <Link to="/journal" search={within} activeOptions={exact} className={filterClass}>
          {t('show.mine')}
        </Link>
        <Link
          to="/journal"
          search={{ show: 'others', ...within }}
          activeOptions={exact}
          className={filterClass}
        >
          {t('show.others')}
        </Link>
      </nav>
      {begun.length > 0 && (
        <Select<string>
          label={t('show.in')}
          hideLabel
          look="quiet"
          value={search.in ?? everything}
          onChange={(key) =>
            void navigate({
              to: '/journal',
              search: {
                ...(search.show && { show: search.show }),
                ...(key !== everything && { in: key }),
              },
            })
          }
        >
          <Option id={everything}>{t('show.everything')}</Option>
          {begun.map((mentorship) => (
            <Option key={mentorship.id} id={mentorship.id}>
              {nameOf(mentorship)}
            </Option>
          ))}
        </Select>
      )}
    </div>
  )
}

export function SearchField(props: { value: string; onChange: (words: string) => void }) {
  const { t } = useTranslation('journals')
  return (
    <TextField
      label={t('search.label')}
      hideLabel
      type="search"
      placeholder={t('search.placeholder')}
      maxLength={longestJournalQuery}
      value={props.value}
      onChange={props.onChange}
      end={<Search size={16} aria-hidden className="me-2 text-ink-faint" />}
      className="mb-5"
    />
  )
}
