import type { Rule } from '@atelier/shared/boards/rule'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useRefusalText } from '../../ui/refusal-text'
import { SkeletonLines } from '../../ui/skeleton'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { RuleForm } from './rule-form'
import { useRemoveRule, useRules, useSaveRule } from './rule-records'
import { RuleWords } from './rule-words'

/** What the board does by itself. */
export function RulesDialog({ boardId, onClose }: { boardId: string; onClose(): void }) {
  const { t } = useTranslation('board-rules')
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('title')}
      description={t('why')}
      width="medium"
    >
      <RuleList boardId={boardId} />
    </Dialog>
  )
}

function RuleList({ boardId }: { boardId: string }) {
  const { t } = useTranslation('board-rules')
  const { editable } = useDesk()
  const { data, error } = useRules(boardId)
  const [editing, setEditing] = useState<string | null>(null)
  const refusalText = useRefusalText()
  const done = () => setEditing(null)
  if (!data) {
    if (!error) return <SkeletonLines lines={3} />
    return (
      <Banner tone="warning">
        {error.code === 'unreachable' ? t('offline') : refusalText(error)}
      </Banner>
    )
  }
  const { rules } = data
  return (
    <div className="grid gap-3">
      {rules.length === 0 && editing === null && (
        <p className="text-ink-soft text-sm">{t(editable ? 'empty' : 'emptyReadOnly')}</p>
      )}
      <ul className="grid gap-3" aria-label={t('title')}>
        {rules.map((rule) => (
          <li key={rule.id} className="rounded-lg border border-line p-3.5">
            {editing === rule.id ? (
              <RuleForm boardId={boardId} rule={rule} onDone={done} />
            ) : (
              <OneRule boardId={boardId} rule={rule} onEdit={() => setEditing(rule.id)} />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' && (
        <div className="rounded-lg border border-line p-3.5">
          <RuleForm boardId={boardId} rule={null} onDone={done} />
        </div>
      )}
      {editable && editing === null && (
        <Button
          className="justify-self-start"
          icon={<Plus aria-hidden size={16} />}
          onPress={() => setEditing('new')}
        >
          {t('add')}
        </Button>
      )}
    </div>
  )
}

type OneProps = { boardId: string; rule: Rule; onEdit(): void }

function OneRule({ boardId, rule, onEdit }: OneProps) {
  const { t } = useTranslation('board-rules')
  const { editable } = useDesk()
  const save = useSaveRule(boardId)
  const remove = useRemoveRule(boardId)
  const takeAway = () =>
    remove.mutate(rule.id, {
      onSuccess: () =>
        toast({
          text: t('removed'),
          action: { label: t('undo'), onPress: () => save.mutate(rule) },
        }),
    })
  return (
    <>
      <RuleWords rule={rule} />
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        <span className="flex-1 text-ink-faint text-xs">{t('madeBy', { name: rule.madeBy })}</span>
        {editable && (
          <>
            <Button size="small" tone="quiet" onPress={onEdit}>
              {t('edit')}
            </Button>
            <Button size="small" tone="quiet" onPress={takeAway}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
