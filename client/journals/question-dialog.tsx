import type { CommentThread } from '@atelier/shared/comments/comment'
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import type { Section } from '@atelier/shared/journals/journal'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { mentoringKey } from '../api/mentorship-records'
import { codeOf } from '../api/request-failed'
import { useChange } from '../api/use-change'
import { marginDraftsIn } from '../comments/comment-deeds'
import { marginKey } from '../comments/comment-records'
import { useDraft } from '../comments/use-draft'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { TextArea } from '../ui/text-area'
import { toast } from '../ui/toast'
import { entryKey } from './journal-records'

type Props = {
  mentorshipId: string
  entryId: string
  section: Section
  thread: CommentThread
  onAsked(): void
  onClose(): void
}

const longestWords = 500
const route = api.sections[':id'].threads[':threadId'].question

/** Before a question goes on the agenda: in which words, and who reads them. */
export function QuestionDialog({
  mentorshipId,
  entryId,
  section,
  thread,
  onAsked,
  onClose,
}: Props) {
  const { t } = useTranslation('journals')
  // Held in this tab: where it is refused, the thread may be gone, and this window with it.
  const { draft, write, clear } = useDraft(
    `${marginDraftsIn({ entryId, sectionId: section.id })}:question:${thread.id}`,
    {
      first: { text: firstWordsOf(thread), named: [] },
      isKept: false,
    },
  )
  const { id, text: words } = draft
  const [there, setThere] = useState<string | null>(null)
  // What whoever asks has seen when they press, also where that changed while they wrote.
  const from = section.audience
  const leaveOpen = useChange(
    (json: { id: string; words: string; from: Section['audience'] }) =>
      ask(route.$post({ param: { id: section.id, threadId: thread.id }, json })),
    {
      // Where it was refused, it may be for others by now.
      renews: [mentoringKey(mentorshipId), entryKey(entryId), marginKey(section.id)],
      done: (there) => {
        // Somebody else was first: their words stand there, and these are not lost unseen.
        if (there.words !== words.trim()) return setThere(there.words)
        clear()
        toast({ text: t('question.done') })
        onAsked()
        onClose()
      },
    },
  )
  const isSettled = thread.resolved !== null
  const isOlder = leaveOpen.error !== null && codeOf(leaveOpen.error) === 'conflict'
  const send = () => leaveOpen.mutate({ id, words: words.trim(), from })
  const throwAway = () => {
    clear()
    onClose()
  }
  // Closed by a key, it is opened again with what was written.
  const leave = there === null ? onClose : throwAway
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || leave()}
      title={t('question.title')}
      description={t('question.why')}
    >
      {isSettled && <Banner tone="warning">{t('question.settled')}</Banner>}
      {isOlder && !isSettled && <Banner tone="warning">{t('question.changed')}</Banner>}
      {there !== null && <Banner tone="info">{t('question.there', { words: there })}</Banner>}
      {from === 'private' && <Banner tone="warning">{t('question.private')}</Banner>}
      <TextArea
        autoFocus
        label={t('question.words')}
        value={words}
        onChange={(text) => write({ text })}
        maxLength={longestWords}
        className="mt-3"
      />
      <DialogFoot>
        <Button tone="quiet" onPress={throwAway}>
          {t('question.cancel')}
        </Button>
        <Button
          tone="primary"
          isDisabled={isSettled || words.trim() === ''}
          isPending={leaveOpen.isPending}
          onPress={send}
        >
          {t('question.do')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** Of what is said there still, the first. */
function firstWordsOf({ comments }: CommentThread): string {
  const body = comments.find((comment) => comment.body !== null)?.body ?? []
  return wordsOfComment(body)
    .slice(0, longestWords)
    .replace(/[\ud800-\udbff]$/, '')
}
