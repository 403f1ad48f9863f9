import { type Language, languages } from '@atelier/shared/people/choices'
import type { OfferedKit } from '@atelier/shared/workshops/kit'
import { wordsIn } from '@atelier/shared/workshops/stage'
import type { NewWorkshop as Wish } from '@atelier/shared/workshops/workshop'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../access/session'
import { useCanInWorkspace } from '../../access/use-can'
import { useFormRequest } from '../../api/use-form-request'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { useRefusalText } from '../../ui/refusal-text'
import { Option, Select } from '../../ui/select'
import { SkeletonLines } from '../../ui/skeleton'
import { TextField } from '../../ui/text-field'
import { KitChoice } from './kit-choice'
import { KitEditor } from './kit-editor'
import { beginWorkshop, useKits, useWorkshops, workshopsKey } from './kit-records'

type Props = { projectId: string; onClose(): void }

type Written = { kit: OfferedKit; language: Language }

/** What a workshop begins with: a kit, a title, the language its prompts are shown in. */
export function NewWorkshopDialog({ projectId, onClose }: Props) {
  const { t } = useTranslation('workshop-kits')
  const { data: kits, error } = useKits()
  const refusalText = useRefusalText()
  const [written, setWritten] = useState<Written | null>(null)
  const [key, setKey] = useState<string | null>(null)
  return (
    <Dialog
      isOpen
      width="page"
      isDismissable={written === null}
      onOpenChange={(open) => open || onClose()}
      title={t(written ? 'edit.title' : 'new.title')}
      description={t(written ? 'edit.words' : 'new.words')}
    >
      {written && (
        <KitEditor
          {...written}
          onCancel={() => setWritten(null)}
          onSaved={(saved) => {
            setKey(saved)
            setWritten(null)
          }}
        />
      )}
      {kits && !written && (
        <NewWorkshop
          kits={kits}
          projectId={projectId}
          kitKey={key}
          onChoose={setKey}
          onWrite={setWritten}
        />
      )}
      {!kits && error && <p className="text-ink-soft">{refusalText(error)}</p>}
      {!kits && !error && <SkeletonLines lines={6} />}
    </Dialog>
  )
}

const nothing = 'nothing'

type NewProps = {
  kits: OfferedKit[]
  projectId: string
  kitKey: string | null
  onChoose(key: string): void
  onWrite(written: Written): void
}

function NewWorkshop({ kits, projectId, kitKey, onChoose, onWrite }: NewProps) {
  const { t } = useTranslation('workshop-kits')
  const me = useMe()
  const mayWriteKits = useCanInWorkspace('write-kits')
  const [language, setLanguage] = useState<Language>(me.language)
  const [written, setWritten] = useState<string | null>(null)
  const [after, setAfter] = useState(nothing)
  const form = useBegin(projectId)
  const kit = kits.find((one) => one.key === kitKey) ?? kits[0]
  // Until somebody writes another, it is called as its kit is.
  const title = written ?? (kit ? wordsIn(kit.title, language) : '')
  const submit = () => {
    if (!kit || title.trim() === '') return
    const goesOn = after === nothing ? {} : { after }
    form.send({ title, kit: kit.key, language, ...goesOn })
  }
  return (
    <FormFrame onSubmit={submit} fault={form.fault} errors={form.errors}>
      <KitChoice kits={kits} language={language} chosen={kit?.key ?? null} onChoose={onChoose} />
      <div className="sticky -bottom-6 -mx-6 -mb-6 grid grid-cols-[minmax(0,1fr)_7rem] gap-3 border-line border-t bg-raised px-6 pt-4 pb-5 sm:grid-cols-[minmax(0,1fr)_9rem_auto]">
        <TextField
          isRequired
          label={t('new.name')}
          value={title}
          onChange={setWritten}
          maxLength={120}
          error={form.errors.title}
        />
        <Select<Language> label={t('new.language')} value={language} onChange={setLanguage}>
          {languages.map((one) => (
            <Option key={one} id={one}>
              {t(`languages.${one}`)}
            </Option>
          ))}
        </Select>
        <GoesOn projectId={projectId} value={after} onChange={setAfter} />
        <div className="flex flex-wrap items-center justify-end gap-2 col-span-full">
          {mayWriteKits && kit && (
            <Button tone="quiet" onPress={() => onWrite({ kit, language })}>
              {t(kit.own ? 'edit.own' : 'edit.make')}
            </Button>
          )}
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t('new.begin')}
          </Button>
        </div>
      </div>
    </FormFrame>
  )
}

function useBegin(projectId: string) {
  const navigate = useNavigate()
  return useFormRequest((wish: Wish) => beginWorkshop(projectId, wish), {
    renews: [workshopsKey(projectId)],
    done: ({ id }) => navigate({ to: '/workshops/$workshopId', params: { workshopId: id } }),
  })
}

/** The workshop whose actions are looked at first, where there has been one. */
function GoesOn(props: { projectId: string; value: string; onChange(id: string): void }) {
  const { t } = useTranslation('workshop-kits')
  const { data = [] } = useWorkshops(props.projectId)
  const ended = data.filter(({ state }) => state === 'ended')
  if (ended.length === 0) return null
  return (
    <Select
      label={t('new.after')}
      value={props.value}
      onChange={props.onChange}
      className="max-sm:col-span-2 sm:w-44"
    >
      <Option id={nothing}>{t('new.afterNothing')}</Option>
      {ended.map(({ id, title }) => (
        <Option key={id} id={id}>
          {title}
        </Option>
      ))}
    </Select>
  )
}
