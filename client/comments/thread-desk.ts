import type { CommentSubject, Verbs } from '@atelier/shared/access/can'
import type { CommentFace, CommentThreads } from '@atelier/shared/comments/comment'
import type { DocPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'

/** Who says things here, and what one may do with them. */
export type TalkDesk = {
  mayComment: boolean
  /** Somebody who is named by id; nobody is missing, but a name may be. */
  face(personId: string): CommentFace
  can(verb: Verbs['comment'], authorId: string | null): boolean
}

/** What everything about one thread is given. */
export type ThreadDesk = TalkDesk & { docId: string }

export function useThreadDesk(
  docId: string,
  page: DocPage | undefined,
  data: CommentThreads | undefined,
): ThreadDesk {
  return { docId, ...useTalkDesk(page?.rights, data?.people) }
}

/** `about` may not be known yet: nothing is allowed until then. */
export function useTalkDesk(
  about: CommentSubject['about'] | undefined,
  people: readonly CommentFace[] | undefined,
): TalkDesk {
  const { t } = useTranslation('comments')
  const ask = useCan()
  const faces = new Map(people?.map((person) => [person.id, person]))
  return {
    mayComment: about !== undefined && ask('comment', about),
    face: (id) => faces.get(id) ?? { id, name: t('you'), colour: 'teal' },
    can: (verb, authorId) =>
      about !== undefined &&
      ask(verb, { kind: 'comment', workspaceId: about.workspaceId, authorId, about }),
  }
}
