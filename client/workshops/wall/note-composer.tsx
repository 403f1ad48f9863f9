import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import { noteLetters } from '@atelier/shared/workshops/wall-shape'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { LettersLeft } from './letters-left'
import { noteColourStyle } from './note-colour'
import { useNoteDraft } from './use-note-draft'
import './note-composer.css'

type Props = {
  label: string
  colour: NoteColour
  /** Where the device keeps what is begun here. */
  place: string
  placeholder: string
  autoFocus?: boolean
  /** Answers whether it was taken; only then is the field empty again. */
  onAdd(words: string): boolean
  /** Escape, with nothing written. */
  onLeave?(): void
}

/** A blank note: Enter adds it and is ready for the next, Shift and Enter begins a new line. */
export function NoteComposer(props: Props) {
  const { label, colour, place, placeholder, onAdd, onLeave } = props
  const { t } = useTranslation('workshop-wall')
  const [words, setWords] = useNoteDraft(place)
  const field = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const isBlank = words.trim() === ''
  const add = () => {
    if (!isBlank && words.length <= noteLetters && onAdd(words.trim())) setWords('')
    field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && isBlank) onLeave?.()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    add()
  }
  return (
    <div className="note-composer" style={noteColourStyle(colour)}>
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: the caller opened this field for typing
        autoFocus={props.autoFocus}
        aria-label={label}
        aria-describedby={hint}
        placeholder={placeholder}
        enterKeyHint="enter"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={press}
      />
      <div className="note-composer-foot">
        <LettersLeft letters={words.length} />
        <p id={hint} className="note-composer-hint">
          {t('pad.hint')}
        </p>
        <Button size="small" isDisabled={isBlank || words.length > noteLetters} onPress={add}>
          {t('pad.add')}
        </Button>
      </div>
    </div>
  )
}
