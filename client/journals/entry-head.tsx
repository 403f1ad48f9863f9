import { longestTitle } from '@atelier/shared/journals/limits'
import { Ellipsis, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { DateField } from '../ui/date-field'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { isJustBegun, noteSeen } from './begin-entry'
import type { EntryFacts } from './entry-facts'
import { goToText } from './go-to-text'
import { longDay } from './journal-days'
import { MentorshipChoice, WrittenIn } from './mentorship-choice'
import { MoodNote } from './mood-note'
import type { PendingWrites } from './pending-writes'
import { EraseDialog } from './section-menu'
import type { EntryChanges } from './use-entry-changes'
import { useWrittenField } from './use-written-field'

type Props = { facts: EntryFacts; changes: EntryChanges; writes: PendingWrites }

/** An entry's day and title, and what it is written in. */
export const EntryHead = (props: Props) =>
  props.facts.isAuthor ? <OwnHead {...props} /> : <ReadHead facts={props.facts} />

function OwnHead({ facts, changes, writes }: Props) {
  const { t } = useTranslation('journals')
  const { entry } = facts
  const isShared = entry.sections.some(({ audience }) => audience !== 'private')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Not before: until now, a window in which it was begun kept the focus to itself.
    if (isJustBegun(entry.id)) field.current?.focus()
    noteSeen(entry.id)
  }, [entry.id])
  const save = (title: string) => changes.change({ title: title.trim() })
  const { shown, write, leave } = useWrittenField({
    ...{ name: 'title', value: entry.title, save, writes },
  })
  return (
    <header className="journal-entry-head">
      <div className="journal-entry-facts">
        <DateField
          label={t('entry.day')}
          hideLabel
          value={entry.on}
          onChange={(on) => on !== null && on !== entry.on && changes.changeNow.mutate({ on })}
          className="journal-day"
        />
        {isShared ? (
          <WrittenIn mentorship={facts.mentorship ?? null} />
        ) : (
          <MentorshipChoice
            value={entry.mentorshipId}
            className="flex-1"
            onChange={(mentorshipId) => changes.changeNow.mutate({ mentorshipId })}
          />
        )}
        <EntryMenu changes={changes} isFrozen={entry.sections.some((one) => one.isFrozen)} />
      </div>
      <h1>
        <textarea
          ref={field}
          className="journal-title"
          aria-label={t('entry.title')}
          placeholder={t('entry.untitled')}
          rows={1}
          maxLength={longestTitle}
          dir="auto"
          value={shown}
          onKeyDown={(event) => goToText(event, '.journal-entry')}
          onChange={(event) => write(event.target.value.replace(/\s*\n\s*/g, ' '))}
          onBlur={leave}
        />
      </h1>
      <MoodNote entryId={entry.id} changes={changes} />
    </header>
  )
}

function EntryMenu({ changes, isFrozen }: { changes: EntryChanges; isFrozen: boolean }) {
  const { t } = useTranslation('journals')
  const [isErasing, setErasing] = useState(false)
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('entry.menu')}>
          <Ellipsis size={18} aria-hidden />
        </IconButton>
        <Menu
          placement="bottom end"
          disabledKeys={isFrozen ? ['erase'] : []}
          onAction={() => setErasing(true)}
        >
          <MenuItem id="erase" tone="danger" icon={<Trash2 size={16} aria-hidden />}>
            {t('entry.erase')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isErasing && (
        <EraseDialog
          title={t('entry.eraseTitle')}
          words={t('entry.eraseWords')}
          isPending={changes.erase.isPending}
          onClose={() => setErasing(false)}
          onErase={() => changes.erase.mutate(undefined)}
        />
      )}
    </>
  )
}

function ReadHead({ facts }: Pick<Props, 'facts'>) {
  const { t } = useTranslation('journals')
  const { locale } = useFormat()
  const { entry, author } = facts
  return (
    <header className="journal-entry-head">
      <p className="flex flex-wrap items-center gap-2 text-ink-soft text-sm">
        {author && <Avatar name={author.name} colour={author.colour} size="small" />}
        {author && <span dir="auto">{t('entry.by', { name: author.name })}</span>}
        <span aria-hidden>·</span>
        {longDay(entry.on, locale)}
      </p>
      <h1 className="journal-title" dir="auto">
        {entry.title || t('entry.untitled')}
      </h1>
    </header>
  )
}
