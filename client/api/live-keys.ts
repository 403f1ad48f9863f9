/** Which lists a notice makes old. A key's first word is what it is about. */
import type { Notice } from '@atelier/shared/notices/notice'

export type LiveKey =
  | readonly ['session']
  | readonly ['devices']
  | readonly ['projects']
  | readonly ['project', string]
  | readonly ['outcomes', string]
  | readonly ['publications', string]
  | readonly ['my-publications']
  | readonly ['room', string]
  | readonly ['comments', string]
  | readonly ['comments', string, 'counts']
  | readonly ['comments', string, 'card', string]
  | readonly ['watching', string]
  | readonly ['watching', string, 'muted']
  | readonly ['board-readers', string]
  | readonly ['suggestions', string]
  | readonly ['section-suggestions', string]
  | readonly ['section-comments', string]
  | readonly ['doc-readers', string]
  | readonly ['my-docs']
  | readonly ['my-cards']
  | readonly ['calendar-feed']
  | readonly ['calendar-feed', string]
  | readonly ['library']
  | readonly ['bin', string]
  | readonly ['templates', string]
  | readonly ['doc-access', string]
  | readonly ['backlinks', string]
  | readonly ['backlinks', string, 'cards']
  | readonly ['card-mentions', string, string]
  | readonly ['card-mentions', string, string, 'cards']
  | readonly ['rules', string]
  | readonly ['board-views', string]
  | readonly ['inbox']
  | readonly ['inbox', 'unread']
  | readonly ['inbox', 'settings']
  | readonly ['inbox', 'items', 'all' | 'unread']
  | readonly ['journals', ...string[]]
  | readonly ['training', ...string[]]
  | readonly ['workshop', string]
  | readonly ['workshop-people', string]
  | readonly ['workshop-notes', string]
  | readonly ['workshop-results', string, ...string[]]
  | readonly ['workshops', string]
  | readonly ['kits', ...string[]]
  | readonly ['people']
  | readonly ['organisations']
  | readonly ['invitations']
  | readonly ['versions', string]
  | readonly ['grants']
  | readonly ['mentionables', string, string]
  | readonly ['reference', string]
  | readonly ['mentorships']
  | readonly ['mentorships', 'list' | 'mentors' | 'profile' | 'to-dos' | 'figures']
  | readonly ['mentorships', 'one' | 'mentoring', string]

const docLists = [
  ['reference'],
  ['my-docs'],
  ['library'],
  ['bin'],
  ['templates'],
  ['backlinks'],
  ['card-mentions'],
] as const

/** What is said and suggested there is, with the section, for somebody else now. */
const inSections = [['section-suggestions'], ['section-comments']] as const

/** Prefixes of keys to ask for again. */
export function keysOf({ what, id }: Notice): (readonly string[])[] {
  const project = id ? ['project', id] : ['project']
  const doc = id ? [id] : []
  switch (what) {
    case 'projects':
      return [['projects'], ['my-cards'], ['calendar-feed'], ['reference'], ['grants']]
    case 'project':
      return [
        project,
        id ? ['workshops', id] : ['workshops'],
        ['workshop'],
        // Whether cards of actions are done.
        ['workshop-results'],
        id ? ['outcomes', id] : ['outcomes'],
        id ? ['publications', id] : ['publications'],
        ['room'],
        ['my-cards'],
        ['calendar-feed'],
        ['grants'],
        ['doc-readers'],
        ['board-readers'],
        ...docLists,
      ]
    case 'outcomes':
      return [id ? ['outcomes', id] : ['outcomes']]
    case 'here':
      return [['projects'], project]
    case 'comments':
      return ['comments', 'section-comments'].map((key) => (id ? [key, id] : [key]))
    case 'watching':
      return [id ? ['watching', id] : ['watching']]
    case 'suggestions':
      return ['suggestions', 'section-suggestions'].map((key) => (id ? [key, id] : [key]))
    case 'docs':
      return [...['room', 'doc-access', 'doc-readers'].map((key) => [key, ...doc]), ...docLists]
    case 'board-views':
      return [id ? ['board-views', id] : ['board-views']]
    case 'rules':
      return [id ? ['rules', id] : ['rules']]
    case 'inbox':
      return [['inbox']]
    case 'publications':
      return [id ? ['publications', id] : ['publications'], ['my-publications']]
    case 'journals':
      return [['journals'], ['inbox'], ...inSections]
    case 'training':
      return [['training']]
    case 'mentorships':
      return [['mentorships'], ['journals'], ['inbox'], ...inSections]
    case 'workshop':
      return [id ? [what, id] : [what], id ? ['workshop-notes', id] : ['workshop-notes']]
    case 'workshop-people':
    case 'workshop-results':
    case 'workshops':
      return [id ? [what, id] : [what]]
    case 'kits':
      return [['kits']]
    case 'people':
      return [
        ['people'],
        ['reference'],
        ['grants'],
        ['projects'],
        ['project'],
        ['doc-readers'],
        ['board-readers'],
      ]
    case 'organisations':
      return [['organisations'], ['people']]
    case 'invitations':
      return [['invitations'], ['grants']]
    case 'versions':
      return [id ? ['versions', id] : ['versions']]
    case 'workspace':
      return [['session']]
    case 'session':
      return [
        ['session'],
        ['devices'],
        ['calendar-feed'],
        ['projects'],
        ['project'],
        ['outcomes'],
        ['room'],
        ['my-cards'],
        ['comments'],
        ['watching'],
        ['board-views'],
        ['inbox'],
        ['journals'],
        ['publications'],
        ['my-publications'],
        ['mentorships'],
        ['training'],
        ['workshop'],
        ['workshop-people'],
        ['workshop-notes'],
        ['workshop-results'],
        ['workshops'],
        ['kits'],
        ['suggestions'],
        ...inSections,
        ...docLists,
      ]
  }
}
