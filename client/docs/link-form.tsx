import { linkFrom } from '@atelier/shared/docs/safe-link'
import type { Editor } from '@tiptap/react'
import { Check, ExternalLink, Unlink } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormatButton } from './format-button'
import { inText } from './in-text'

/** Where the selected words, or the link around the caret, lead. */
export function LinkForm(props: {
  editor: Editor
  /** Somebody asked for it, rather than having come across a link. */
  isAsked: boolean
  onDone: () => void
}) {
  const { editor, onDone } = props
  const { t } = useTranslation('docs')
  const href = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(href)
  const [isWrong, setIsWrong] = useState(false)

  const apply = (event: FormEvent) => {
    event.preventDefault()
    const next = linkFrom(typed)
    if (!next) {
      setIsWrong(true)
      return
    }
    inText(editor).extendMarkRange('link').setLink({ href: next }).run()
    onDone()
  }
  const remove = () => {
    inText(editor).extendMarkRange('link').unsetLink().run()
    onDone()
  }
  const leave = () => {
    editor.view.focus()
    onDone()
  }
  const safe = linkFrom(href)
  return (
    <form className="link-form" onSubmit={apply} noValidate>
      <input
        type="url"
        inputMode="url"
        aria-label={t('link.address')}
        aria-invalid={isWrong}
        placeholder={t('link.placeholder')}
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: asked for by its button or its keys
        autoFocus={props.isAsked}
        onChange={(event) => {
          setTyped(event.target.value)
          setIsWrong(false)
        }}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
      />
      <button
        type="submit"
        className="format-button"
        aria-label={t('link.apply')}
        title={t('link.apply')}
      >
        <Check size={16} aria-hidden />
      </button>
      {safe && (
        <a
          className="format-button"
          href={safe}
          target="_blank"
          rel="noopener noreferrer nofollow"
          aria-label={t('link.open')}
          title={t('link.open')}
        >
          <ExternalLink size={16} aria-hidden />
        </a>
      )}
      {href !== '' && (
        <FormatButton label={t('link.remove')} onPress={remove}>
          <Unlink size={16} aria-hidden />
        </FormatButton>
      )}
      {isWrong && (
        <p role="alert" className="link-wrong">
          {t('link.wrong')}
        </p>
      )}
    </form>
  )
}
