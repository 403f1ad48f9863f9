/** What is said about a doc, in Word’s margin: each with its author, its day, replies and whether it is settled. */
import type { DocContent } from '@atelier/shared/exchange/manifest'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'

type Thread = DocContent['threads'][number]

export type DocxComments = {
  all: ICommentOptions[]
  begin(thread: number): ParagraphChild[]
  end(thread: number): ParagraphChild[]
}

export function docxComments(threads: readonly Thread[]): DocxComments {
  let next = 0
  const ids = threads.map(({ comments }) => comments.map(() => next++))
  const idsOf = (thread: number) => ids[thread] ?? []
  return {
    all: threads.flatMap(({ comments, resolved }, thread) => {
      const [root = 0] = idsOf(thread)
      return comments.map(({ author, at, text }, nth) => ({
        id: idsOf(thread)[nth] ?? 0,
        author,
        initials: initialsOf(author),
        ...dayOf(at),
        children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
        ...(nth > 0 && { parentId: root }),
        ...(resolved && { resolved }),
      }))
    }),
    begin: (thread) => idsOf(thread).map((id) => new CommentRangeStart(id)),
    end: (thread) =>
      idsOf(thread).flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
  }
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4)

function dayOf(at: string): { date?: Date } {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? {} : { date }
}
