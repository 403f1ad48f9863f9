import type { Grant } from '@atelier/shared/people/grant'
import { Link } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'

type Doc = Extract<Grant, { kind: 'doc' | 'link' }>['doc']

/** Somebody who was let into one doc. */
export function DocGrantEntry({ grant }: { grant: Extract<Grant, { kind: 'doc' }> }) {
  const { t } = useTranslation('people')
  const { person, doc, role } = grant
  const param = { id: doc.id, personId: person.id }
  const remove = useChange(() => ask(api.docs[':id'].grants[':personId'].$delete({ param })), {
    renews: [['grants']],
  })
  const words = { name: person.name, project: doc.title || t('access.untitled') }
  return (
    <Entry
      face={<Avatar name={person.name} colour={person.colour} />}
      name={person.name}
      doc={doc}
      what={t(`access.docRoles.${role}`)}
    >
      <Button
        size="small"
        isPending={remove.isPending}
        onPress={() => remove.mutate()}
        aria-label={t('access.removeFrom', words)}
      >
        {t('access.remove')}
      </Button>
    </Entry>
  )
}

/** A doc that anybody may read who has the link. */
export function PublicLinkEntry({ grant }: { grant: Extract<Grant, { kind: 'link' }> }) {
  const { t } = useTranslation('people')
  const { day } = useFormat()
  const { id, doc, by, expiresAt } = grant
  const param = { id: doc.id, linkId: id }
  const revoke = useChange(() => ask(api.docs[':id'].links[':linkId'].$delete({ param })), {
    renews: [['grants']],
  })
  return (
    <Entry
      face={<Globe size={24} aria-hidden className="text-ink-faint" />}
      name={t('access.anybody')}
      doc={doc}
      what={t('access.linkUntil', { day: day(expiresAt), name: by })}
    >
      <Button
        size="small"
        isPending={revoke.isPending}
        onPress={() => revoke.mutate()}
        aria-label={t('access.revokeOf', { doc: doc.title || t('access.untitled') })}
      >
        {t('access.revoke')}
      </Button>
    </Entry>
  )
}

function Entry(props: {
  face: ReactNode
  name: string
  doc: Doc
  what: string
  children: ReactNode
}) {
  const { t } = useTranslation('people')
  const { doc } = props
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      {props.face}
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{props.name}</p>
        <p className="flex flex-wrap items-center gap-2 text-ink-faint text-sm">
          <Link
            to="/docs/$docId"
            params={{ docId: doc.id }}
            className="truncate underline-offset-4 hover:text-ink hover:underline"
          >
            {doc.title || t('access.untitled')}
          </Link>
          <span className="truncate">{doc.project}</span>
          {doc.archived && <Badge>{t('access.archived')}</Badge>}
        </p>
      </div>
      <span className="text-ink-soft text-sm">{props.what}</span>
      {props.children}
    </li>
  )
}
