import type { Note } from '@atelier/shared/workshops/note'
import { noteText } from '@atelier/shared/workshops/wall-edits'
import { noteLetters } from '@atelier/shared/workshops/wall-shape'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SharedTextField } from '../../sync/shared-text-field'
import { LettersLeft } from './letters-left'
import { useWallDesk } from './wall-desk'

type Props = { note: Note; onDone?: (byKey: boolean) => void; autoFocus?: boolean }

/** A note's words while they are written, with whoever else writes in them. Enter is done, Shift and Enter a new line. */
export function WordsField({ note, onDone, autoFocus = true }: Props) {
  const { room } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (!autoFocus) return
    const goOn = () => {
      field.current?.focus()
      const end = field.current?.value.length ?? 0
      field.current?.setSelectionRange(end, end)
    }
    goOn()
    // The menu it may come from is still going, and the page behind it takes no focus before it has gone.
    const soon = requestAnimationFrame(() => document.activeElement !== field.current && goOn())
    return () => cancelAnimationFrame(soon)
  }, [autoFocus])
  const text = noteText(room.doc, note.id)
  if (!text) return null
  return (
    <div className="note-words-field">
      <SharedTextField
        ref={field}
        text={text}
        multiline
        label={t('note.words')}
        maxLength={noteLetters}
        {...(onDone && {
          onEnter: () => onDone(true),
          onFocusChange: (isFocused: boolean) => isFocused || onDone(false),
        })}
      />
      <LettersLeft letters={note.text.length} />
    </div>
  )
}
