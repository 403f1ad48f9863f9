import { noteColours } from '@atelier/shared/workshops/note-colours'
import { noteLetters } from '@atelier/shared/workshops/wall-shape'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepDraft, readDraft } from '../../offline/kept-drafts'
import { useSyncIdentity } from '../../sync/sync-identity'
import { Button } from '../../ui/button'
import { type NotePlace, useAddNote } from './use-add-note'
import { padDraft } from './use-note-draft'
import { useWallDesk } from './wall-desk'

type Begun = NotePlace & { words: string; place: string }

/** What somebody was still writing unseen when all was revealed: only they see it, and say whether it comes onto the wall. */
export function BegunNotes() {
  const { stages } = useWallDesk()
  const who = useSyncIdentity()
  const { t } = useTranslation('workshop-wall')
  const add = useAddNote()
  const [begun, setBegun] = useState<readonly Begun[]>(() => {
    if (!who) return []
    return stages.flatMap((stage) => {
      if (stage.kind !== 'ideate' || stage.revealedAt === null) return []
      return [...(stage.rules.topics ?? []), null].flatMap((topic) => {
        const place = padDraft(stage.id, topic?.key ?? null)
        const words = readDraft(who, place)
        if (typeof words !== 'string') return []
        const colour = topic?.colour ?? noteColours[0]
        return [{ words, place, stage: stage.id, topic: topic?.key ?? null, colour }]
      })
    })
  })
  if (!who || begun.length === 0) return null
  const drop = ({ place }: Begun) => {
    keepDraft(who, place, null)
    setBegun((all) => all.filter((one) => one.place !== place))
  }
  return (
    <section className="wall-begun" aria-label={t('begun', { count: begun.length })}>
      <p className="text-ink-soft text-sm">{t('begun', { count: begun.length })}</p>
      {begun.map((one) => (
        <div key={one.place} className="wall-begun-note">
          <p className="min-w-0 flex-1 wrap-anywhere" dir="auto">
            {one.words}
          </p>
          <Button
            size="small"
            onPress={() => {
              if (add(one.words.trim().slice(0, noteLetters), one)) drop(one)
            }}
          >
            {t('begunAdd')}
          </Button>
          <Button size="small" tone="quiet" onPress={() => drop(one)}>
            {t('begunDrop')}
          </Button>
        </div>
      ))}
    </section>
  )
}
