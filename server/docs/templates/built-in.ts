import { type BuiltInTemplate, builtInTemplates } from '@atelier/shared/docs/doc-contract'
import type { BuiltInContent } from '@atelier/shared/docs/doc-lists'
import type { Language } from '@atelier/shared/people/choices'
import { decision } from './decision'
import { experiment } from './experiment'
import { howTo } from './how-to'
import { learningPlan } from './learning-plan'
import { meetingNotes } from './meeting-notes'
import type { Template } from './template'

const all: Record<BuiltInTemplate, Record<Language, Template>> = {
  'meeting-notes': meetingNotes,
  experiment,
  decision,
  'how-to': howTo,
  'learning-plan': learningPlan,
}

/** The workspace's first templates, in the language of whoever makes a doc. */
export function builtInTemplate(id: BuiltInTemplate, language: Language): BuiltInContent {
  const { title, body } = all[id][language]
  return { id, title, body: { type: 'doc', content: body } }
}

export const allBuiltIn = (language: Language): BuiltInContent[] =>
  builtInTemplates.map((id) => builtInTemplate(id, language))
