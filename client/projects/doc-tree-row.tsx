import type { DocCard, ProjectPage } from '@atelier/shared/projects/project'
import { Link } from '@tanstack/react-router'
import {
  ChevronRight,
  FileText,
  GripVertical,
  LayoutTemplate,
  Lock,
  MessageSquare,
} from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { AvatarStack } from '../ui/avatar'
import { LiveDot } from '../ui/badge'
import { VisuallyHidden } from '../ui/visually-hidden'
import { DocRowMenu } from './doc-row-menu'
import type { Row } from './doc-tree'

type Props = {
  branch: Row
  project: ProjectPage
  current: string | undefined
  look: 'side' | 'page'
  /** Null for who may only read. */
  acts: { move: (doc: DocCard) => void } | null
}

export function DocTreeRow({ branch, project, current, look, acts }: Props) {
  // Never what the collection adds to these: children would take their parent's key for theirs.
  const rest = { project, current, look, acts }
  const { t } = useTranslation('organise')
  const { doc, under } = branch
  const title = doc.title || t('untitled')
  return (
    <TreeItem id={doc.id} textValue={title} className="doc-tree-item">
      <TreeItemContent>
        {({ hasChildItems, allowsDragging }) => (
          <div className="doc-tree-row">
            {allowsDragging && (
              <Button slot="drag" className="doc-tree-grip" aria-label={t('tree.drag', { title })}>
                <GripVertical size={14} aria-hidden />
              </Button>
            )}
            {hasChildItems ? (
              <Button slot="chevron" className="doc-tree-chevron">
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="doc-tree-chevron" />
            )}
            <Picture doc={doc} />
            <Words doc={doc} title={title} {...rest} />
            <DocRowMenu doc={doc} project={rest.project} acts={rest.acts} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={under}>{(child) => <DocTreeRow branch={child} {...rest} />}</Collection>
    </TreeItem>
  )
}

function Picture({ doc }: { doc: DocCard }) {
  const Icon = doc.template ? LayoutTemplate : FileText
  return <Icon size={15} aria-hidden className="doc-tree-icon" />
}

function Words({
  doc,
  title,
  current,
  look,
}: Omit<Props, 'branch'> & { doc: DocCard; title: string }) {
  const { t } = useTranslation('organise')
  const { ago } = useFormat()
  return (
    <>
      <span className="doc-tree-words">
        <Link
          to="/docs/$docId"
          params={{ docId: doc.id }}
          draggable={false}
          className="doc-tree-link"
          aria-current={doc.id === current ? 'page' : undefined}
          // The row would open it once more, and here where it shall be opened elsewhere.
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
        >
          {title}
        </Link>
        {look === 'page' && doc.excerpt && <span className="doc-tree-excerpt">{doc.excerpt}</span>}
      </span>
      {doc.restricted && (
        <Lock size={13} aria-label={t('restricted')} role="img" className="doc-tree-icon" />
      )}
      {look === 'page' ? (
        <>
          {doc.openThreads > 0 && (
            <span className="doc-tree-count">
              <MessageSquare size={13} aria-hidden />
              <span aria-hidden>{doc.openThreads}</span>
              <VisuallyHidden>{t('tree.threads', { count: doc.openThreads })}</VisuallyHidden>
            </span>
          )}
          {doc.here.length > 0 && <AvatarStack people={doc.here} max={3} label={t('hereNow')} />}
          <time className="doc-tree-when" dateTime={doc.changedAt}>
            {ago(doc.changedAt)}
          </time>
        </>
      ) : (
        doc.here.length > 0 && <LiveDot />
      )}
    </>
  )
}
