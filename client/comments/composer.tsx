import type { CommentPart, DocReader } from '@atelier/shared/comments/comment'
import { commentLength } from '@atelier/shared/comments/limits'
import { AtSign } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../api/request-failed'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { type TalkHome, useReaders } from './comment-deeds'
import { MentionList } from './mention-list'
import { calledAt, findNamed, type Named, partsOf } from './mention-text'
import { useDraft } from './use-draft'

type Props = {
  home: TalkHome
  /** Where the draft is kept. */
  place: string
  label: string
  placeholder: string
  submit: string
  first?: { text: string; named: Named[] }
  autoFocus?: boolean
  /** Resolves once it is stored; the words stay in the field until then. */
  send: (said: { id: string; body: CommentPart[] }) => Promise<unknown>
  onCancel?: () => void
  /** What was thrown away with it is wanted again. */
  onBack?: () => void
}

/** A field for a comment, in which people are called by an "@". */
export function Composer(props: Props) {
  const { t } = useTranslation('comments')
  // What is said about a journal is as confidential as the journal: this device keeps none of it.
  const isKept = !('sectionId' in props.home)
  const { draft, write, clear, leave } = useDraft(props.place, { first: props.first, isKept })
  const field = useRef<HTMLTextAreaElement>(null)
  const sending = useSending(async () => {
    await props.send({ id: draft.id, body: partsOf(draft.text, draft.named) })
    clear()
  })
  const calling = useCalling(props.home, field, draft.text, (text, person) =>
    write({ text, named: [...draft.named.filter(({ id }) => id !== person.id), person] }),
  )
  const isBlank = draft.text.trim() === ''
  const isTooLong = draft.text.length > commentLength
  const submit = () => {
    if (!isBlank && !isTooLong) void sending.send()
  }
  const cancel = useCancel(leave, props)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || calling.onKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (event.key === 'Escape' && cancel) cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="comment-composer">
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={props.label}
        placeholder={props.placeholder}
        value={draft.text}
        // biome-ignore lint/a11y/noAutofocus: whoever opens it wants to write
        autoFocus={props.autoFocus}
        {...calling.fieldProps}
        onKeyDown={onKeyDown}
        onSelect={calling.look}
        onBlur={calling.close}
        onChange={(event) => {
          write({ text: event.target.value })
          calling.look()
        }}
      />
      {calling.list}
      {isTooLong && <p className="comment-fault">{t('tooLong', { count: commentLength })}</p>}
      {sending.fault && (
        <p className="comment-fault" role="alert">
          {sending.fault}
        </p>
      )}
      {(!isBlank || cancel) && (
        <div className="comment-composer-foot">
          <IconButton label={t('mention')} size="small" onPress={calling.begin}>
            <AtSign size={15} aria-hidden />
          </IconButton>
          <span className="comment-send-key" aria-hidden>
            <Kbd keys={['Mod', 'Enter']} />
          </span>
          {cancel && (
            <Button size="small" tone="quiet" onPress={cancel}>
              {t('cancel')}
            </Button>
          )}
          <Button
            size="small"
            tone="primary"
            isDisabled={isBlank || isTooLong}
            isPending={sending.isPending}
            onPress={submit}
          >
            {props.submit}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Null where the field stays open. What is thrown away by it comes back by a press. */
function useCancel(
  leave: () => (() => void) | null,
  { onCancel, onBack }: Pick<Props, 'onCancel' | 'onBack'>,
): (() => void) | null {
  const { t } = useTranslation('comments')
  if (!onCancel) return null
  return () => {
    const putBack = leave()
    onCancel()
    if (!putBack) return
    const onPress = () => {
      putBack()
      onBack?.()
    }
    toast({ text: t('thrownAway'), action: { label: t('undo'), onPress } })
  }
}

/** One at a time; what went wrong is said beside the field, in which the words still are. */
function useSending(work: () => Promise<void>) {
  const { t } = useTranslation('offline')
  const refusalText = useRefusalText()
  const why = (error: unknown) =>
    codeOf(error) === 'unreachable' ? t('comment.stays') : refusalText(error)
  const [isPending, setIsPending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const underWay = useRef(false)
  const send = async () => {
    if (underWay.current) return
    underWay.current = true
    setIsPending(true)
    setFault(null)
    await work().catch((error: unknown) => setFault(why(error)))
    underWay.current = false
    setIsPending(false)
  }
  return { send, isPending, fault }
}

/** The list of people below the field, while the caret stands behind an "@". */
function useCalling(
  home: TalkHome,
  field: React.RefObject<HTMLTextAreaElement | null>,
  text: string,
  choose: (text: string, person: Named) => void,
) {
  const listId = useId()
  const [called, setCalled] = useState<{ at: number; letters: string } | null>(null)
  const [chosen, setChosen] = useState(0)
  const { data: readers } = useReaders(home, called !== null)
  const found = called ? findNamed(readers ?? [], called.letters) : []
  const isOpen = found.length > 0
  const active = found[Math.min(chosen, found.length - 1)]
  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? {}
    const isCaret = value !== undefined && selectionStart === selectionEnd
    const now = isCaret ? calledAt(value, selectionStart ?? 0) : null
    if (now?.at !== called?.at || now?.letters !== called?.letters) setChosen(0)
    setCalled(now)
  }
  const take = (person: DocReader) => {
    if (!called || !field.current) return
    const end = called.at + 1 + called.letters.length
    const before = `${text.slice(0, called.at)}@${person.name} `
    const named = { id: person.id, name: person.name }
    // The caret goes where the next letter belongs, and that may be the next key.
    flushSync(() => {
      choose(before + text.slice(end).replace(/^ /, ''), named)
      setCalled(null)
    })
    field.current.focus()
    field.current.setSelectionRange(before.length, before.length)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || !active) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((chosen + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(active)
    else if (event.key === 'Escape') setCalled(null)
    else return false
    event.preventDefault()
    // A window around it would close by the same key.
    event.stopPropagation()
    return true
  }
  return {
    look,
    onKey,
    close: () => setCalled(null),
    /** As by the key. */
    begin() {
      const { current } = field
      if (!current) return
      current.focus()
      const needsSpace = /\S$/.test(current.value.slice(0, current.selectionStart))
      document.execCommand('insertText', false, needsSpace ? ' @' : '@')
    },
    fieldProps: {
      'aria-autocomplete': 'list' as const,
      ...(isOpen && {
        'aria-controls': listId,
        'aria-activedescendant': `${listId}-${active?.id}`,
      }),
    },
    list: isOpen && (
      <MentionList id={listId} people={found} activeId={active?.id ?? ''} onChoose={take} />
    ),
  }
}
