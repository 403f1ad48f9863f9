/** What columns of tables are called, in English and German, and in the exports of others. */
import type { TableField } from '@atelier/shared/exchange/board-import'

const names: Partial<Record<TableField, string>> = {
  title:
    'title, card title, name, card name, card, summary, subject, task, task name, issue, headline, titel, kartentitel, aufgabe, betreff, bezeichnung, thema, zusammenfassung, vorgang, was',
  column:
    'column, list, list name, status, state, stage, phase, section, section/column, lane, bucket, bucket name, board list, spalte, liste, zustand, stand, bereich',
  description:
    'description, body, desc, details, notes, note, text, content, card description, beschreibung, notiz, notizen, inhalt, bemerkung, anmerkung',
  assignees:
    'assignee, assignees, assigned to, assigned, owner, owners, members, member, responsible, person, people, who, zugewiesen an, zugewiesen, zuständig, zustaendig, verantwortlich, verantwortliche, bearbeiter, bearbeiterin, mitglieder, wer',
  labels:
    'label, labels, tag, tags, category, categories, components, schlagwort, schlagworte, schlagwörter, etikett, etiketten, kategorie, kategorien, stichworte, stichwörter',
  start:
    'start, start date, starts, from, begin, start on, beginn, anfang, startdatum, ab, von, beginnt am',
  due: 'due, due date, due on, deadline, end, end date, finish, until, target date, fällig, fällig am, fälligkeit, fälligkeitsdatum, termin, frist, enddatum, ende, bis, bis wann',
  estimate:
    'estimate, points, story points, story point estimate, size, weight, effort, custom field (story points), custom field (story point estimate), schätzung, punkte, aufwand, größe',
  checklist:
    'checklist, checklists, checklist items, subtasks, to-dos, todos, checkliste, checklisten, teilaufgaben, unteraufgaben',
  id: 'id, key, number, issue id, issue key, card id, task id, #, no, iid, nummer, nr, schlüssel, kennung, vorgangsschlüssel',
  parent:
    'parent, parent id, parent task, parent issue, parent key, part of, epic, epic link, custom field (epic link), teil von, übergeordnet, übergeordnete aufgabe, übergeordneter vorgang',
  blockedBy:
    'blocked by, waits for, depends on, blockiert durch, blockiert von, wartet auf, hängt ab von',
  blocks: 'blocks, blocking, outward issue link (blocks), blocking (dependencies), blockiert',
  outcomes:
    'outcome, outcomes, learning outcome, learning outcomes, lernergebnis, lernergebnisse, lernziel, lernziele',
  created:
    'created, created at, created at (utc), created date, creation date, opened, createdat, created_at, erstellt, erstellt am, angelegt, angelegt am, erstelldatum',
  archived: 'archived, archived at, archiviert, archiviert am',
  comment: 'comment, comments, kommentar, kommentare',
  none: 'updated, updated at, updated at (utc), last modified, created by, geändert, geändert am, attachments, anhänge',
}

const fields = new Map(
  Object.entries(names).flatMap(([field, all]) =>
    all.split(', ').map((name) => [name, field as TableField] as const),
  ),
)

export const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/[:*?]+$/, '')
    .trim()

export const fieldCalled = (name: string): TableField | undefined => fields.get(folded(name))
