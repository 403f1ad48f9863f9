import { newUuid } from '@atelier/shared/basics/uuid'
import { type Language, languages } from '@atelier/shared/people/choices'
import type { OfferedKit } from '@atelier/shared/workshops/kit'
import { mostStages, stageKinds, wordsIn } from '@atelier/shared/workshops/stage'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormRequest } from '../../api/use-form-request'
import { LiveRegion, useAnnouncer } from '../../ui/announcer'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { Option, Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import {
  isNamed,
  type KitWords,
  moved,
  neverRevealed,
  newStage,
  say,
  withoutBlanks,
} from './kit-draft'
import { saveKit } from './kit-records'
import { KitStepFields } from './kit-step-fields'

type Props = {
  kit: OfferedKit
  language: Language
  onSaved(key: string): void
  onCancel(): void
}

/** A kit of the workspace's own is written on as its next version; one of the house becomes a kit of one's own. */
export function KitEditor({ kit, language: first, onSaved, onCancel }: Props) {
  const { t } = useTranslation('workshop-kits')
  const [id] = useState(() => (kit.own ? kit.key : newUuid()))
  const [language, setLanguage] = useState(first)
  const [draft, setDraft] = useState<KitWords>(kit)
  const basedOn = kit.own ? kit.version : null
  const form = useFormRequest((words: KitWords) => saveKit(id, words, basedOn), {
    renews: [['kits']],
    done: ({ key }) => onSaved(key),
  })
  const set = (some: Partial<KitWords>) => setDraft({ ...draft, ...some })
  const unseen = neverRevealed(draft.stages)
  return (
    <FormFrame
      onSubmit={() => isNamed(draft) && form.send(withoutBlanks(draft))}
      fault={form.fault}
      errors={form.errors}
    >
      <Select<Language>
        label={t('edit.language')}
        description={t('edit.languageWords')}
        value={language}
        onChange={setLanguage}
        className="sm:w-72"
      >
        {languages.map((one) => (
          <Option key={one} id={one}>
            {t(`languages.${one}`)}
          </Option>
        ))}
      </Select>
      <TextField
        label={t('edit.name')}
        value={draft.title[language] ?? ''}
        onChange={(text) => set({ title: say(draft.title, language, text) })}
        maxLength={80}
      />
      <TextField
        label={t('edit.purpose')}
        value={draft.purpose[language] ?? ''}
        onChange={(text) => set({ purpose: say(draft.purpose, language, text) })}
        maxLength={280}
      />
      <Steps draft={draft} language={language} onChange={(stages) => set({ stages })} />
      {unseen && (
        <Banner>{t('edit.neverRevealed', { title: wordsIn(unseen.title, language) })}</Banner>
      )}
      <DialogFoot>
        <Button onPress={onCancel}>{t('edit.cancel')}</Button>
        <Button
          tone="primary"
          type="submit"
          isPending={form.isPending}
          isDisabled={!isNamed(draft)}
        >
          {t(kit.own ? 'edit.save' : 'edit.saveNew')}
        </Button>
      </DialogFoot>
    </FormFrame>
  )
}

type StepsProps = {
  draft: KitWords
  language: Language
  onChange(stages: KitWords['stages']): void
}

function Steps({ draft: { stages }, language, onChange }: StepsProps) {
  const { t } = useTranslation('workshop-kits')
  const { announce, said } = useAnnouncer()
  const move = (at: number, to: number) => {
    onChange(moved(stages, at, to))
    announce(t('edit.moved', { nth: to + 1 }))
  }
  return (
    <>
      {stages.map((stage, at) => (
        <KitStepFields
          key={stage.key}
          stage={stage}
          nth={at + 1}
          isLast={at === stages.length - 1}
          language={language}
          onChange={(next) => onChange(stages.with(at, next))}
          onMove={(by) => move(at, at + by)}
          onRemove={() => onChange(stages.filter((_, other) => other !== at))}
        />
      ))}
      <LiveRegion said={said} />
      {stages.length < mostStages && (
        <Select
          label={t('edit.add')}
          placeholder={t('edit.addChoose')}
          value={null}
          onChange={(kind: (typeof stageKinds)[number]) =>
            onChange([...stages, newStage(kind, stages, { [language]: t(`kinds.${kind}`) })])
          }
          className="sm:w-72"
        >
          {stageKinds.map((kind) => (
            <Option key={kind} id={kind}>
              {t(`kinds.${kind}`)}
            </Option>
          ))}
        </Select>
      )}
    </>
  )
}
