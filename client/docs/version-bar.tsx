import type { Version } from '@atelier/shared/docs/version'
import { useNavigate } from '@tanstack/react-router'
import { ArrowDown, ArrowLeft, ArrowUp, Bookmark, CopyPlus, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../api/use-change'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Option, Select } from '../ui/select'
import type { DocDesk } from './doc-desk'
import { NameVersionDialog } from './name-version-dialog'
import type { ComparedWith } from './use-compared'
import { useRestore } from './use-restore'
import { copyVersion, type History } from './version-records'
import type { Changes } from './version-sheet'
import type { VersionText } from './version-text'
import { useVersionWords } from './version-words'

type Props = {
  desk: DocDesk
  history: History
  chosen: Version
  /** Null until it is loaded. */
  shown: VersionText | null
  comparedWith: ComparedWith
  compareWith: (version: ComparedWith) => void
  changes: Changes
  close: () => void
}

/** What can be done with the version that is looked at. */
export function VersionBar({ desk, chosen, shown, close, ...compare }: Props) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const isNewest = compare.history.sessions[0]?.seq === chosen.seq
  const bar = useRef<HTMLElement>(null)
  // Whoever chose a version begins to read at its top.
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <header className="version-bar" ref={bar}>
      <div className="version-bar-line">
        <IconButton label={t('back')} onPress={close}>
          <ArrowLeft size={17} aria-hidden className="rtl:rotate-180" />
        </IconButton>
        <p className="version-bar-name">
          <strong dir="auto">{chosen.name?.name ?? words.when(chosen)}</strong>
          {chosen.name && <span>{words.when(chosen)}</span>}
        </p>
        {desk.editable && (
          <Deeds desk={desk} chosen={chosen} shown={shown} close={close} canRestore={!isNewest} />
        )}
      </div>
      <Compare chosen={chosen} {...compare} />
    </header>
  )
}

function Deeds(
  props: Pick<Props, 'desk' | 'chosen' | 'shown' | 'close'> & { canRestore: boolean },
) {
  const { t } = useTranslation('history')
  const { desk, chosen, shown, close } = props
  const restore = useRestore(desk)
  const navigate = useNavigate()
  const [isNaming, setNaming] = useState(false)
  const copy = useChange(() => copyVersion(desk.docId, chosen), {
    done: ({ id }) => navigate({ to: '/docs/$docId', params: { docId: id } }),
  })
  return (
    <span className="version-bar-deeds">
      <IconButton size="small" label={t('copy')} onPress={() => copy.mutate(undefined)}>
        <CopyPlus size={15} aria-hidden />
      </IconButton>
      <Button
        tone="quiet"
        size="small"
        icon={<Bookmark size={15} />}
        onPress={() => setNaming(true)}
      >
        {t(chosen.name ? 'rename' : 'name')}
      </Button>
      {props.canRestore && (
        <Button
          tone="primary"
          size="small"
          icon={<RotateCcw size={15} />}
          isDisabled={shown === null}
          onPress={() => {
            if (shown === null) return
            restore(shown)
            close()
          }}
        >
          {t('restore')}
        </Button>
      )}
      {isNaming && (
        <NameVersionDialog docId={desk.docId} version={chosen} onClose={() => setNaming(false)} />
      )}
    </span>
  )
}

function Compare({
  chosen,
  history,
  comparedWith,
  compareWith,
  changes,
}: Pick<Props, 'chosen' | 'history' | 'comparedWith' | 'compareWith' | 'changes'>) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const others = history.sessions.filter(({ seq }) => seq !== chosen.seq)
  return (
    <div className="version-bar-line">
      <Select
        label={t('compare.label')}
        hideLabel
        look="quiet"
        value={comparedWith}
        onChange={compareWith}
      >
        <Option id="previous">{t('compare.previous')}</Option>
        <Option id="now">{t('compare.now')}</Option>
        <Option id="none">{t('compare.none')}</Option>
        {others.map((session) => (
          <Option key={session.seq} id={String(session.seq)}>
            {t('compare.other', { version: session.name?.name ?? words.when(session) })}
          </Option>
        ))}
      </Select>
      {changes.count > 0 && (
        <span className="version-steps">
          <span aria-live="polite">
            {changes.current < 0
              ? t('changes', { count: changes.count })
              : t('place', { place: changes.current + 1, count: changes.count })}
          </span>
          <IconButton
            size="small"
            label={t('previousChange')}
            shortcut={['P']}
            onPress={changes.previous}
          >
            <ArrowUp size={15} aria-hidden />
          </IconButton>
          <IconButton size="small" label={t('nextChange')} shortcut={['N']} onPress={changes.next}>
            <ArrowDown size={15} aria-hidden />
          </IconButton>
        </span>
      )}
    </div>
  )
}
