import { newUuid } from '@atelier/shared/basics/uuid'
import { firstNameOf, type ShownName, shownNames } from '@atelier/shared/publications/publication'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useMe } from '../access/session'
import { useCan } from '../access/use-can'
import { codeOf } from '../api/request-failed'
import { useToday } from '../i18n/use-today'
import { useOutcomes } from '../outcomes/outcome-records'
import { useProjects } from '../projects/project-records'
import { PublicationCard } from '../publications/publication-card'
import { usePublish } from '../publications/publication-records'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { Option, Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { toast } from '../ui/toast'
import { useOfferedWords } from './use-offered-words'
import { useTextOf } from './use-text-of'

type Props = {
  sectionId: string
  /** The section's, as long as it is open. */
  doc: Y.Doc | null
  /** What was selected in it; null for all of it. */
  selected: string | null
  onClose: () => void
}

const none = 'none'

/** Gives words of a section to a project: it shows what will be read, by whom and under which name, before it is. */
export function OfferDialog({ sectionId, doc, selected, onClose }: Props) {
  const { t } = useTranslation('publications')
  const name = useMe().name
  const on = useToday()
  const navigate = useNavigate()
  const projects = useOpenProjects()
  const offered = useOfferedWords(useTextOf(doc), selected)
  const { words, part, hasChanged } = offered
  const [{ id, projectId, outcomeId, shownAs }, setWish] = useState({
    id: newUuid(),
    projectId: '',
    outcomeId: none,
    shownAs: 'anonymous' as ShownName,
  })
  const set = (some: Partial<Parameters<typeof setWish>[0] & object>) =>
    setWish((now) => ({ ...now, ...some }))
  const project = projects.find((one) => one.id === projectId)
  const { data: known } = useOutcomes(project?.id)
  const outcomes = known?.outcomes.filter(({ archived }) => !archived) ?? []
  const outcome = outcomes.find((one) => one.id === outcomeId)
  const publish = usePublish(() => {
    const show = () =>
      void navigate({
        to: '/projects/$projectId',
        params: { projectId },
        hash: `publication-${id}`,
      })
    toast({ text: t('published'), action: { label: t('show'), onPress: show } })
    onClose()
  })
  const isOlder = hasChanged || (publish.error !== null && codeOf(publish.error) === 'conflict')
  const lookAgain = () => {
    offered.takeAll()
    publish.reset()
  }
  const shown: Record<ShownName, string | null> = {
    name,
    'first-name': firstNameOf(name),
    anonymous: null,
  }
  const offer = () => {
    if (!part || !project || hasChanged) return
    const parts = [{ sectionId, words: part.words }]
    publish.mutate({ id, projectId, outcomeId: outcome?.id ?? null, shownAs, parts })
  }
  return (
    <Dialog
      isOpen
      isDismissable={false}
      width="medium"
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('offer.title')}
      description={t('offer.words')}
    >
      <div className="grid gap-4">
        <TextArea
          label={t('offer.what')}
          description={t(part?.isQuote ? 'offer.someHint' : 'offer.whatHint')}
          error={part ? undefined : t('offer.notThere')}
          value={words}
          onChange={offered.write}
        />
        {offered.isChosen && (!part || part.isQuote) && (
          <Button
            size="small"
            tone="quiet"
            className="-mt-2 justify-self-start"
            onPress={offered.takeAll}
          >
            {t('offer.takeAll')}
          </Button>
        )}
        {isOlder && (
          <Banner
            tone="warning"
            action={
              hasChanged && (
                <Button size="small" onPress={lookAgain}>
                  {t('offer.lookAgain')}
                </Button>
              )
            }
          >
            {t('offer.changed')}
          </Banner>
        )}
        <Select
          label={t('offer.project')}
          placeholder={t('offer.choose')}
          value={projectId || null}
          onChange={(projectId) => set({ projectId, outcomeId: none })}
        >
          {projects.map((one) => (
            <Option key={one.id} id={one.id}>
              {one.title}
            </Option>
          ))}
        </Select>
        {outcomes.length > 0 && (
          <Select
            label={t('offer.outcome')}
            value={outcomeId}
            onChange={(outcomeId) => set({ outcomeId })}
          >
            {[{ id: none, name: t('offer.noOutcome') }, ...outcomes].map((one) => (
              <Option key={one.id} id={one.id}>
                {one.name}
              </Option>
            ))}
          </Select>
        )}
        <Select<ShownName>
          label={t('offer.shownAs')}
          value={shownAs}
          onChange={(shownAs) => set({ shownAs })}
        >
          {shownNames.map((one) => (
            <Option key={one} id={one}>
              {shown[one] ?? t('nobody')}
            </Option>
          ))}
        </Select>
        {part && project && (
          <section aria-label={t('offer.preview')} className="grid gap-2">
            <p className="text-ink-soft text-sm">
              {t('offer.readers', { project: project.title })}
            </p>
            <PublicationCard
              publication={{ parts: [part], name: shown[shownAs], on }}
              outcome={outcome}
            />
            {shownAs === 'anonymous' && <p className="text-ink-soft text-sm">{t('offer.guess')}</p>}
          </section>
        )}
      </div>
      <DialogFoot>
        <Button tone="quiet" onPress={onClose}>
          {t('offer.keep')}
        </Button>
        <Button
          tone="primary"
          isDisabled={!part || !project || hasChanged}
          isPending={publish.isPending}
          onPress={offer}
        >
          {t('offer.publish')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** Those to which somebody contributes. */
function useOpenProjects() {
  const may = useCan()
  const { data: projects = [] } = useProjects()
  return projects.filter(({ workspaceId, role, archived }) =>
    may('edit', { kind: 'project', workspaceId, role, archived }),
  )
}
