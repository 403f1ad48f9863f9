import type { BoardLook, BoardPlan, ImportProgress } from '@atelier/shared/exchange/board-import'
import type { Imported } from '@atelier/shared/exchange/exchange'
import type { ProjectMember } from '@atelier/shared/projects/project'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importBoard, lookAtBoard } from '../../api/exchange-files'
import { useUnderWay } from '../../api/use-under-way'
import { Dialog } from '../../ui/dialog'
import { importFailure } from '../import-failure'
import { BoardImportChoice } from './board-import-choice'
import { BoardImportPlan } from './board-import-plan'
import { BoardImportProgress } from './board-import-progress'
import { BoardImportReport } from './board-import-report'

type Step =
  | { kind: 'choice'; failure: string | null }
  | { kind: 'plan'; file: File; look: BoardLook; plan: BoardPlan; failure: string | null }
  | {
      kind: 'busy'
      file: File
      doing: 'reading' | 'storing'
      share: number
      progress: ImportProgress | null
    }
  | { kind: 'report'; imported: Imported }

type Props = { projectId: string; members: readonly ProjectMember[]; onClose: () => void }

/** From a file of another program to a board of this project: what is in it, who is who, and what was lost. */
export function BoardImportDialog({ projectId, members, onClose }: Props) {
  const { t } = useTranslation('board-exchange')
  const { step, choose, lookAgain, bring, cancel, back } = useBoardImport(projectId)
  const isBusy = step.kind === 'busy'
  return (
    <Dialog
      isOpen
      width="medium"
      title={t(step.kind === 'report' ? 'report.title' : 'import.title')}
      description={step.kind === 'choice' ? t('import.intro') : undefined}
      isDismissable={step.kind === 'choice'}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {step.kind === 'choice' && <BoardImportChoice failure={step.failure} onChoose={choose} />}
      {step.kind === 'busy' && (
        <BoardImportProgress
          {...step}
          name={step.file.name}
          onCancel={step.doing === 'storing' && step.progress?.step !== 'storing' ? cancel : null}
        />
      )}
      {step.kind === 'plan' && (
        <BoardImportPlan
          {...step}
          members={members}
          onPlan={(plan) => lookAgain(step.file, plan)}
          onGo={(plan) => bring(step.file, step.look, plan)}
          onBack={back}
        />
      )}
      {step.kind === 'report' && (
        <BoardImportReport imported={step.imported} projectId={projectId} onClose={onClose} />
      )}
    </Dialog>
  )
}

function useBoardImport(projectId: string) {
  const { t } = useTranslation('exchange')
  const queries = useQueryClient()
  const underWay = useUnderWay()
  const [step, setStep] = useState<Step>({ kind: 'choice', failure: null })
  const running = useRef<AbortController>(null)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  const work = async (file: File, doing: 'reading' | 'storing', run: Run, otherwise: Failed) => {
    if (!underWay.begin(doing)) return
    const sent: Sent = (share, progress = null) =>
      setStep({ kind: 'busy', file, doing, share, progress })
    sent(0)
    try {
      setStep(await run(sent))
    } catch (error) {
      setStep(otherwise(importFailure(error, t)))
    }
    underWay.end(doing)
  }

  const look = (file: File, plan: BoardPlan, otherwise: Failed) =>
    work(
      file,
      'reading',
      async (sent) => {
        const found = await lookAtBoard({ projectId, file, plan: { zone, ...plan } }, sent)
        return { kind: 'plan', file, look: found, plan: planOf(found, plan), failure: null }
      },
      otherwise,
    )

  return {
    step,
    choose: (file: File) => void look(file, {}, (failure) => ({ kind: 'choice', failure })),
    lookAgain: (file: File, plan: BoardPlan) =>
      void look(file, plan, (failure) => ({ kind: 'choice', failure })),
    bring: (file: File, found: BoardLook, plan: BoardPlan) =>
      void work(
        file,
        'storing',
        async (sent) => {
          const course = new AbortController()
          running.current = course
          const board = { projectId, file, plan: { zone, ...plan } }
          const imported = await importBoard(board, {
            onSent: (share) => sent(share),
            onProgress: (progress) => sent(1, progress),
            signal: course.signal,
          })
          if (imported === null) return { kind: 'plan', file, look: found, plan, failure: null }
          await queries.invalidateQueries({ queryKey: ['project', projectId] })
          return { kind: 'report', imported }
        },
        (failure) => ({ kind: 'plan', file, look: found, plan, failure }),
      ),
    cancel: () => running.current?.abort(),
    back: () => setStep({ kind: 'choice', failure: null }),
  }
}

type Sent = (share: number, progress?: ImportProgress | null) => void
type Run = (sent: Sent) => Promise<Step>
type Failed = (failure: string) => Step

/** What was guessed, as what is wished. Who was chosen by hand stays so. */
function planOf({ table, people }: BoardLook, before: BoardPlan): BoardPlan {
  const chosen = new Map(before.people?.map(({ key, person }) => [key, person]))
  return {
    ...(table && {
      separator: table.separator,
      fields: table.columns.map(({ field }) => field),
      ...(table.dates && { dates: table.dates }),
    }),
    people: people.map(({ key, person }) => ({ key, person: chosen.get(key) ?? person })),
  }
}
