import { FileText, MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog'
import { useBeginEntry } from './begin-entry'
import { MentorshipChoice } from './mentorship-choice'
import { type OfferedSet, usePromptSets } from './use-prompt-sets'

/** Begins an entry: for whom it may be, and with which questions, if any. */
export function BeginDialog(props: { mentorshipId: string | null; onClose: () => void }) {
  const { t } = useTranslation('journals')
  const [mentorshipId, choose] = useState(props.mentorshipId)
  const { shipped, own } = usePromptSets()
  const begin = useBeginEntry()
  const beginWith = ({ source, prompts }: OfferedSet) =>
    begin.mutate({ mentorshipId, begunWith: source, prompts })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      width="medium"
      title={t('begin.title')}
      description={t('begin.words')}
    >
      <div className="mb-4">
        <MentorshipChoice value={mentorshipId} onChange={choose} look="field" showLabel />
      </div>
      <Choice
        icon={<FileText size={18} aria-hidden />}
        title={t('begin.blank')}
        words={t('begin.blankWords')}
        onPress={() => begin.mutate({ mentorshipId })}
      />
      <Sets title={t('begin.own')} sets={own} onChoose={beginWith} />
      <Sets title={t('begin.shipped')} sets={shipped} onChoose={beginWith} />
    </Dialog>
  )
}

function Sets(props: {
  title: string
  sets: readonly OfferedSet[]
  onChoose: (set: OfferedSet) => void
}) {
  const { t } = useTranslation('journals')
  if (props.sets.length === 0) return null
  return (
    <section aria-label={props.title} className="mt-5">
      <h3 className="mb-1 font-medium text-ink-faint text-sm">{props.title}</h3>
      {props.sets.map((set) => (
        <Choice
          key={set.source.set}
          icon={<MessageCircleQuestion size={18} aria-hidden />}
          title={set.title}
          words={set.about ?? t('begin.prompts', { count: set.prompts.length })}
          onPress={() => props.onChoose(set)}
        />
      ))}
    </section>
  )
}

function Choice(props: {
  icon: React.ReactNode
  title: string
  words: string
  onPress: () => void
}) {
  return (
    <Button className="journal-choice" onPress={props.onPress}>
      <span className="text-ink-faint">{props.icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium" dir="auto">
          {props.title}
        </span>
        <span className="block text-ink-soft text-sm">{props.words}</span>
      </span>
    </Button>
  )
}
