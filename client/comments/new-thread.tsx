import { useTranslation } from 'react-i18next'
import type { CommentDesk } from './comment-desk'
import type { Composing } from './comment-store'
import { Composer } from './composer'
import { heldNow } from './held-draft'
import { showWords } from './show-words'
import { useSay } from './use-kept-comments'
import { useThreadFocus } from './use-thread-focus'

/** The first words of a thread, on what is selected or on the whole doc. */
export function NewThread({ desk, composing }: { desk: CommentDesk; composing: Composing }) {
  const { t } = useTranslation('comments')
  const say = useSay(desk.docId)
  const { focus } = useThreadFocus()
  const end = () => desk.comments.compose(null)
  return (
    <section className="comment-thread comment-new" aria-label={t('newLabel')}>
      {composing.on === 'selection' ? (
        <blockquote className="comment-quote" dir="auto">
          {composing.held.quote}
        </blockquote>
      ) : (
        <p className="comment-about">{t('aboutAll')}</p>
      )}
      <Composer
        key={composing.on === 'selection' ? composing.held.text : ''}
        home={{ docId: desk.docId }}
        place={`${desk.docId}:new`}
        label={t('newLabel')}
        placeholder={t('newPlaceholder')}
        submit={t('comment')}
        autoFocus
        send={async (said) => {
          const began = { ...said, ...heldNow(desk.editor, composing), threadId: null }
          const how = await say(began)
          end()
          if (how === 'said') focus(said.id)
        }}
        onCancel={() => {
          showWords(desk, composing.on === 'selection' ? composing.held.id : null, 'focus')
          end()
        }}
      />
    </section>
  )
}
