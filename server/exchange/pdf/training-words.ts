/** What stands on the pages of a training record beside what people wrote. */
import type { Language } from '@atelier/shared/people/choices'

const words = {
  en: {
    title: 'Training record',
    occupation: 'Occupation',
    plan: 'Training plan',
    version: 'version {version}',
    time: 'From {from} to {to}',
    roles: { apprentice: 'Apprentice', trainer: 'Trainer', school: 'School' },
    until: 'until {day}',
    covered: 'What is covered of the plan',
    item: 'Item',
    guide: 'Guide',
    written: 'Written down',
    units: { hours: '{count} h', weeks: { one: '{count} week', other: '{count} weeks' } },
    week: 'Week {week}',
    addendum: 'Addendum {nth}',
    submitted: 'Submitted {at}',
    signed: 'Signed by {name}, {organisation} ({role}), {at}',
    notSigned: 'Not signed yet',
    notSubmitted: 'Not submitted',
    absences: {
      none: '',
      holiday: 'Holiday',
      sick: 'Sick',
      'school-block': 'School',
      other: 'Away',
    },
    activity: 'Activity',
    hours: 'Hours',
    fingerprint: 'Fingerprint of the key',
    check:
      'This file carries its data and its signatures. In a copy of Atelier they are checked offline: npm run check-record -- file.pdf --key <fingerprint>. Take the fingerprint from the Atelier of this workspace, not from this page.',
    sealed: 'Written {at}.',
    signatures: { one: '{count} signature.', other: '{count} signatures.' },
  },
  de: {
    title: 'Ausbildungsnachweis',
    occupation: 'Beruf',
    plan: 'Ausbildungsplan',
    version: 'Fassung {version}',
    time: 'Vom {from} bis {to}',
    roles: {
      apprentice: 'Auszubildende Person',
      trainer: 'Ausbildung im Betrieb',
      school: 'Schule',
    },
    until: 'bis {day}',
    covered: 'Was vom Plan vorkommt',
    item: 'Inhalt',
    guide: 'Richtwert',
    written: 'Aufgeschrieben',
    units: { hours: '{count} Std.', weeks: { one: '{count} Woche', other: '{count} Wochen' } },
    week: 'Woche {week}',
    addendum: 'Nachtrag {nth}',
    submitted: 'Eingereicht am {at}',
    signed: 'Unterschrieben von {name}, {organisation} ({role}), {at}',
    notSigned: 'Noch nicht unterschrieben',
    notSubmitted: 'Nicht eingereicht',
    absences: {
      none: '',
      holiday: 'Urlaub',
      sick: 'Krank',
      'school-block': 'Schule',
      other: 'Abwesend',
    },
    activity: 'Tätigkeit',
    hours: 'Stunden',
    fingerprint: 'Fingerabdruck des Schlüssels',
    check:
      'Diese Datei enthält ihre Daten und ihre Unterschriften. In einer Kopie von Atelier werden sie ohne Netz geprüft: npm run check-record -- datei.pdf --key <Fingerabdruck>. Nimm den Fingerabdruck aus dem Atelier dieses Arbeitsbereichs, nicht von dieser Seite.',
    sealed: 'Geschrieben am {at}.',
    signatures: { one: '{count} Unterschrift.', other: '{count} Unterschriften.' },
  },
}

export type TrainingWords = (typeof words)['en']

export const trainingWords = (language: Language): TrainingWords => words[language] ?? words.en
