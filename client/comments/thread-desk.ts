import type { Verbs } from '@atelier/shared/access/can'
import type { CommentFace, CommentThreads } from '@atelier/shared/comments/comment'
import type { DocPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'

/** What everything about one thread is given. */
export type ThreadDesk = {
  docId: string
  mayComment: boolean
  /** Somebody who is named by id; nobody is missing, but a name may be. */
  face(personId: string): CommentFace
  can(verb: Verbs['comment'], authorId: string): boolean
}

export function useThreadDesk(
  docId: string,
  page: DocPage | undefined,
  data: CommentThreads | undefined,
): ThreadDesk {
  const { t } = useTranslation('comments')
  const ask = useCan()
  const faces = new Map(data?.people.map((person) => [person.id, person]))
  const doc = page?.rights
  return {
    docId,
    mayComment: doc !== undefined && ask('comment', doc),
    face: (id) => faces.get(id) ?? { id, name: t('you'), colour: 'teal' },
    can: (verb, authorId) =>
      doc !== undefined &&
      ask(verb, { kind: 'comment', workspaceId: doc.workspaceId, authorId, about: doc }),
  }
}
