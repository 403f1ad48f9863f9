import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { personColour, personTint } from '../ui/palette'
import { Loading, Skeleton } from '../ui/skeleton'
import { DecidedSuggestions } from './decided-suggestions'
import { showInText } from './show-in-text'
import { SuggestionCard } from './suggestion-card'
import { type ForkedRoom, useOpenForks } from './suggestion-records'
import { type Entry, type SuggestionStore, useActive, useEntries } from './suggestion-store'
import { useDeciding } from './use-deciding'

type Props = { home: ForkedRoom; editor: Editor; store: SuggestionStore; mayDecide: boolean }

/** What is suggested, and below it what became of earlier suggestions. */
export function SuggestionsPanel(props: Props) {
  return (
    <div className="suggestions-beside" data-suggestions-panel tabIndex={-1}>
      <OpenSuggestions {...props} />
      <DecidedSuggestions home={props.home} store={props.store} />
    </div>
  )
}

/** All that is suggested, by author, each in the order of the text. */
function OpenSuggestions({ home, editor, store, mayDecide }: Props) {
  const { t } = useTranslation('suggestions')
  const entries = useEntries(store)
  const send = useDeciding(home)
  const decide = (chosen: readonly Entry[], accept: boolean) => {
    focusAfter(chosen, entries)
    send(chosen, accept)
  }
  const { data: forks = [], isPending } = useOpenForks(home)
  if (entries.length === 0) {
    const isRead = !isPending && forks.every(({ id }) => store.hasRead(id))
    return isRead ? <Nothing home={home} /> : <PanelSkeleton />
  }
  const authors = [...new Set(entries.map(({ fork }) => fork.id))]
  return (
    <div className="suggestions-panel">
      <div className="suggestions-total">
        <h3>{t('panel.count', { count: entries.length })}</h3>
        {mayDecide && authors.length > 1 && (
          <span className="suggestions-deeds">
            <Button size="small" onPress={() => decide(entries, true)}>
              {t('panel.acceptAll')}
            </Button>
            <Button size="small" tone="quiet" onPress={() => decide(entries, false)}>
              {t('panel.refuseAll')}
            </Button>
          </span>
        )}
      </div>
      {authors.map((forkId) => (
        <ByAuthor
          key={forkId}
          entries={entries.filter(({ fork }) => fork.id === forkId)}
          {...{ editor, store, mayDecide, decide }}
        />
      ))}
    </div>
  )
}

type ByAuthorProps = Omit<Props, 'home'> & {
  entries: readonly Entry[]
  decide: (chosen: readonly Entry[], accept: boolean) => void
}

function ByAuthor({ entries, editor, store, mayDecide, decide }: ByAuthorProps) {
  const { t } = useTranslation('suggestions')
  const active = useActive(store)
  const [first] = entries
  if (!first) return null
  const { isMine, fork } = first
  const { name, colour } = fork.author
  return (
    <section
      className="suggestions-author"
      aria-label={t('panel.by', { name })}
      style={{ '--by': personColour(colour), '--by-tint': personTint(colour) } as object}
    >
      <div className="suggestions-author-head">
        <Avatar name={name} colour={colour} size="small" />
        <h4>{isMine ? t('panel.you', { name }) : name}</h4>
        <span className="suggestions-deeds">
          {mayDecide && (
            <Button
              size="small"
              aria-label={t('panel.acceptAllBy', { name })}
              onPress={() => decide(entries, true)}
            >
              {t('panel.acceptAll')}
            </Button>
          )}
          {(mayDecide || isMine) && (
            <Button
              size="small"
              tone="quiet"
              aria-label={isMine ? t('panel.withdrawAll') : t('panel.refuseAllBy', { name })}
              onPress={() => decide(entries, false)}
            >
              {t(isMine ? 'panel.withdrawAll' : 'panel.refuseAll')}
            </Button>
          )}
        </span>
      </div>
      <ul>
        {entries.map((entry) => (
          <SuggestionCard
            key={entry.id}
            entry={entry}
            isActive={entry.id === active}
            mayDecide={mayDecide}
            onShow={() => {
              store.choose(entry.id)
              showInText(editor, entry.id)
            }}
            onDecide={(accept) => decide([entry], accept)}
          />
        ))}
      </ul>
    </section>
  )
}

const PanelSkeleton = () => (
  <Loading className="space-y-3 p-5">
    <Skeleton className="h-4 w-32" />
    <Skeleton className="h-12 w-full" />
    <Skeleton className="h-12 w-full" />
  </Loading>
)

function Nothing({ home }: { home: ForkedRoom }) {
  const { t } = useTranslation('suggestions')
  return (
    <div className="suggestions-none">
      <p>{t('panel.empty')}</p>
      <p>{t(home.kind === 'doc' ? 'panel.emptyHint' : 'panel.emptyHintInSection')}</p>
    </div>
  )
}

/** What had the focus is about to go: on to the next one, or the one before, or the panel itself. */
function focusAfter(chosen: readonly Entry[], entries: readonly Entry[]): void {
  const panel = document.activeElement?.closest<HTMLElement>('[data-suggestions-panel]')
  if (!panel) return
  const gone = new Set(chosen)
  const last = entries.indexOf(chosen.at(-1) as Entry)
  const left = [...entries.slice(last + 1), ...entries.slice(0, last).reverse()]
  const next = left.find((entry) => !gone.has(entry))
  const card =
    next &&
    panel.querySelector<HTMLElement>(`[data-suggestion-card="${CSS.escape(next.id)}"] button`)
  ;(card ?? panel).focus()
}
