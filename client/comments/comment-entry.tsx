import { type CommentCard, type CommentFace, sayerOf } from '@atelier/shared/comments/comment'
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { Ellipsis, Link2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { copyText } from '../ui/copy-text'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { CommentBody } from './comment-body'
import {
  type CommentPlace,
  changeWords,
  draftsIn,
  homeOf,
  linkToComment,
  type TalkPlace,
  useDeleteComment,
  useRenewTalk,
} from './comment-deeds'
import { Composer } from './composer'
import { namedIn } from './mention-text'
import { ReactButton, Reactions } from './reactions'
import type { TalkDesk } from './thread-desk'
import { useWasLeft } from './use-tab-drafts'

type Props = { desk: TalkDesk; place: TalkPlace; comment: CommentCard; isLinked: boolean }

export function CommentEntry({ desk, place: talk, comment, isLinked }: Props) {
  const { t } = useTranslation('comments')
  const { ago, moment } = useFormat()
  const place = { ...talk, commentId: comment.id }
  const wasLeft = useWasLeft(editPlace(place)) && desk.can('change', sayerOf(comment))
  const [editing, setEditing] = useState<'as-left' | 'anew' | null>(wasLeft ? 'as-left' : null)
  const author = useAuthor(desk, comment)
  if (comment.body === null) return <p className="comment-deleted">{t('deleted')}</p>
  return (
    <div className="comment-entry" data-linked={isLinked || undefined}>
      <div className="comment-entry-head">
        <Avatar name={author.name} colour={author.colour} size="small" />
        <span className="comment-author">{author.name}</span>
        <time dateTime={comment.createdAt} title={moment(comment.createdAt)}>
          {ago(comment.createdAt)}
        </time>
        {comment.imported && <BroughtIn by={desk.face(comment.imported.by).name} />}
        {comment.editedAt && <span title={moment(comment.editedAt)}>{t('edited')}</span>}
        <span className="comment-tools">
          {desk.mayComment && <ReactButton place={place} reactions={comment.reactions} />}
          <EntryMenu {...{ desk, place, comment, author }} onEdit={() => setEditing('anew')} />
        </span>
      </div>
      {editing ? (
        <EditWords
          {...{ place, body: comment.body }}
          autoFocus={editing === 'anew'}
          onDone={() => setEditing(null)}
          onBack={() => setEditing('anew')}
        />
      ) : (
        <CommentBody parts={comment.body} />
      )}
      <Reactions
        place={place}
        reactions={comment.reactions}
        nameOf={(id) => desk.face(id).name}
        mayReact={desk.mayComment}
      />
    </div>
  )
}

/** Whose words they are: of what was brought in perhaps somebody’s who is not here, and never whose hands it came through. */
function useAuthor(desk: TalkDesk, comment: CommentCard): Pick<CommentFace, 'name' | 'colour'> {
  const { t } = useTranslation('comments')
  const { imported } = comment
  if (!imported || imported.from === null) return desk.face(comment.authorId)
  return { name: imported.from || t('somebody'), colour: 'indigo' }
}

function BroughtIn({ by }: { by: string }) {
  const { t } = useTranslation('comments')
  return (
    <span className="comment-imported" title={t('importedBy', { name: by })}>
      {t('importedBy', { name: by })}
    </span>
  )
}

const editPlace = (place: CommentPlace) => `${draftsIn(place)}:edit:${place.commentId}`

function EditWords(props: {
  place: CommentPlace
  body: NonNullable<CommentCard['body']>
  autoFocus: boolean
  onDone: () => void
  onBack: () => void
}) {
  const { t } = useTranslation('comments')
  const { place, body, onDone } = props
  const renew = useRenewTalk(place)
  return (
    <Composer
      home={homeOf(place)}
      place={editPlace(place)}
      label={t('editLabel')}
      placeholder=""
      submit={t('save')}
      first={{ text: wordsOfComment(body), named: namedIn(body) }}
      autoFocus={props.autoFocus}
      send={async (said) => {
        await changeWords(place, said.body)
        await renew()
        onDone()
      }}
      onCancel={onDone}
      onBack={props.onBack}
    />
  )
}

function EntryMenu(props: {
  desk: TalkDesk
  place: CommentPlace
  comment: CommentCard
  author: Pick<CommentFace, 'name'>
  onEdit: () => void
}) {
  const { t } = useTranslation('comments')
  const { desk, place, comment, author } = props
  const { mutate: remove } = useDeleteComment(place, () => toast({ text: t('wasDeleted') }))
  const copy = async () => {
    const copied = await copyText(linkToComment(place))
    toast({ text: t(copied ? 'copied' : 'notCopied') })
  }
  const deeds: Record<string, () => void> = {
    copy: () => void copy(),
    edit: props.onEdit,
    delete: () => remove(null),
  }
  return (
    <MenuTrigger>
      <IconButton label={t('more', { name: author.name })} size="small">
        <Ellipsis size={15} aria-hidden />
      </IconButton>
      <Menu
        aria-label={t('more', { name: author.name })}
        placement="bottom end"
        onAction={(id) => deeds[String(id)]?.()}
      >
        <MenuItem id="copy" icon={<Link2 size={15} />}>
          {t('copyLink')}
        </MenuItem>
        {desk.can('change', sayerOf(comment)) && (
          <MenuItem id="edit" icon={<Pencil size={15} />}>
            {t('edit')}
          </MenuItem>
        )}
        {desk.can('delete', comment.authorId) && (
          <MenuItem id="delete" icon={<Trash2 size={15} />} tone="danger">
            {t('delete')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  )
}
