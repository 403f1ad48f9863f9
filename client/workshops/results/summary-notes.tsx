import { wordsIn } from '@atelier/shared/workshops/stage'
import type { SummaryNote, WorkshopSummary } from '@atelier/shared/workshops/summary'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { noteColourStyle } from '../wall/note-colour'
import '../wall/note-colours.css'
import { WentTo } from './went-to'

/** All groups with their notes, and the notes that are in none. */
export function SummaryNotes({ summary }: { summary: WorkshopSummary }) {
  const { t } = useTranslation('workshop-results')
  const title = useId()
  const { groups, notes } = summary
  if (groups.length === 0 && notes.length === 0) return null
  return (
    <section aria-labelledby={title} className="grid gap-4">
      <h2 id={title} className="font-semibold text-lg">
        {t('notes.title')}
      </h2>
      {groups.map((group) => (
        <div key={group.id} className="grid gap-2">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            <span dir="auto" className="wrap-anywhere">
              {group.title || t('group.untitled')}
            </span>
            {group.dots !== null && (
              <span className="font-normal text-ink-soft text-sm tabular-nums">
                {t('vote.total', { count: group.dots })}
              </span>
            )}
            {group.card && <WentTo card={group.card} />}
          </h3>
          <Notes notes={group.notes} />
        </div>
      ))}
      {notes.length > 0 && (
        <div className="grid gap-2">
          {groups.length > 0 && <h3 className="font-medium">{t('notes.others')}</h3>}
          <Notes notes={notes} />
        </div>
      )}
    </section>
  )
}

function Notes({ notes }: { notes: readonly SummaryNote[] }) {
  const { t, i18n } = useTranslation('workshop-results')
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {notes.map(({ id, text, colour, author, topic, dots, card }) => (
        <li
          key={id}
          style={noteColourStyle(colour)}
          className="grid content-start gap-1 rounded-lg border border-line border-s-4 [border-inline-start-color:var(--note-edge)] bg-raised px-3 py-2 text-sm"
        >
          <p dir="auto" className="whitespace-pre-line text-pretty wrap-anywhere">
            {text.trim() || t('note.drawn')}
          </p>
          {(topic || author || dots || card) && (
            <p className="flex flex-wrap items-center gap-x-2 text-ink-soft text-xs">
              {topic && <span>{wordsIn(topic, i18n.language)}</span>}
              {author && <span dir="auto">{author}</span>}
              {dots !== null && dots > 0 && <span>{t('vote.total', { count: dots })}</span>}
              {card && <WentTo card={card} />}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
