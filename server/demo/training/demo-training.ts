/** An apprentice in her first weeks, what she wrote down of them, and what became of each. In German, as she writes. */
import type { PlanItem } from '@atelier/shared/training/plan'
import type { Absence } from '@atelier/shared/training/week-form'
import type { DemoPersonKey } from '../demo-people'

/** Items of the plan by their codes. */
export type DemoActivity = { does: string; hours: number; items: readonly string[] }
export type DemoWeek = {
  /** Weeks before this one. */
  weeksAgo: number
  absence?: Absence
  text?: string
  does?: readonly DemoActivity[]
  /** `draft` is read by her alone; of `sentBack` these are the words. */
  standing: 'signed' | 'half-signed' | 'submitted' | 'draft' | { sentBack: string }
  addendum?: { text: string; does: readonly DemoActivity[] }
}

export const demoRecord = {
  apprentice: 'lena',
  trainer: 'tomasz',
  school: 'sabine',
  weeksSoFar: 12,
} as const satisfies Record<string, DemoPersonKey | number>

const item = (
  code: string,
  title: string,
  guide: number,
  year: number,
  unit: PlanItem['unit'] = 'hours',
): PlanItem => ({ code, title, guide, unit, year })

export const demoPlan = {
  title: 'Zerspanungsmechanik, Frässysteme',
  occupation: 'Zerspanungsmechanikerin',
  items: [
    item('1.1', 'Arbeitsplatz einrichten und sicher halten', 40, 1),
    item('1.2', 'Zeichnungen lesen und Skizzen anfertigen', 60, 1),
    item('1.3', 'Längen, Winkel und Oberflächen prüfen', 80, 1),
    item('1.4', 'Von Hand bearbeiten: feilen, sägen, bohren, reiben', 4, 1, 'weeks'),
    item('1.5', 'Werkstoffe unterscheiden und auswählen', 40, 1),
    item('2.1', 'Drehen an der handgeführten Maschine', 6, 1, 'weeks'),
    item('2.2', 'Fräsen an der handgeführten Maschine', 6, 1, 'weeks'),
    item('2.3', 'Werkzeuge wählen, spannen und ihren Verschleiß beurteilen', 60, 2),
    item('3.1', 'Programme an der gesteuerten Maschine schreiben und ändern', 8, 2, 'weeks'),
    item('3.2', 'Maschinen rüsten und einfahren', 80, 2),
    item('3.3', 'Serien überwachen und Messreihen auswerten', 80, 3),
    item('4.1', 'Einen Auftrag planen, ausführen und übergeben', 10, 3, 'weeks'),
  ],
}

const does = (what: string, hours: number, ...items: string[]): DemoActivity => ({
  ...{ does: what, hours, items },
})

/** The earliest first: what is signed is a chain. Five weeks ago there is nothing: a gap. */
export const demoWeeks: readonly DemoWeek[] = [
  {
    weeksAgo: 12,
    text: 'Die erste Woche. Ich habe den Rundgang gemacht, Spind und Schuhe bekommen und wurde unterwiesen. Gelernt: Der Not-Aus ist das Erste, was ich an einer Maschine suche.',
    does: [
      does('Unterweisung Arbeitssicherheit, Rundgang durch die Fertigung', 12, '1.1'),
      does('Werkzeugwagen einräumen und beschriften', 8, '1.1'),
      does('Erste Zeichnung: Winkel mit zwei Bohrungen', 10, '1.2'),
    ],
    standing: 'signed',
  },
  {
    weeksAgo: 11,
    text: 'Feilen, feilen, feilen. Am Mittwoch war die Fläche zum ersten Mal eben. Ich drücke zu fest, wenn ich müde werde.',
    does: [
      does('Grundplatte auf Maß feilen, Ebenheit mit dem Haarlineal prüfen', 24, '1.4', '1.3'),
      does('Messschieber und Bügelmessschraube: üben, ablesen, vergleichen', 9, '1.3'),
    ],
    standing: 'signed',
  },
  {
    weeksAgo: 10,
    text: 'Bohren und Reiben. Eine Bohrung ist mir verlaufen, weil ich nicht angekörnt hatte.',
    does: [
      does('Bohrbild anreißen, körnen, bohren, senken', 16, '1.4', '1.2'),
      does('Passbohrung reiben und mit dem Lehrdorn prüfen', 10, '1.4', '1.3'),
      does('Baustahl und Aluminium am Span unterscheiden', 6, '1.5'),
    ],
    standing: 'signed',
    addendum: {
      text: 'Nachgetragen: Am Freitag habe ich noch zwei Stunden das verlaufene Teil neu gebohrt.',
      does: [does('Ersatzteil bohren und prüfen', 2, '1.4')],
    },
  },
  { weeksAgo: 9, absence: 'school-block', standing: 'draft' },
  {
    weeksAgo: 8,
    text: 'Zum ersten Mal an der Drehmaschine. Herr Petersen hat mir gezeigt, wie man am Klang hört, dass die Schneide stumpf ist.',
    does: [
      does('Bolzen längs- und plandrehen', 20, '2.1'),
      does('Drehzahl und Vorschub aus der Tabelle bestimmen', 5, '2.1', '2.3'),
      does('Oberfläche mit dem Vergleichsmuster beurteilen', 4, '1.3'),
    ],
    standing: 'signed',
  },
  {
    weeksAgo: 7,
    text: 'Absätze und Fasen gedreht. Zwei von zehn Teilen waren Ausschuss, beide am Montag.',
    does: [
      does('Zehn Absatzbolzen nach Zeichnung drehen', 22, '2.1', '1.2'),
      does('Maße in eine Liste eintragen und den Mittelwert ausrechnen', 6, '1.3'),
    ],
    standing: 'signed',
  },
  { weeksAgo: 6, absence: 'sick', standing: 'draft' },
  {
    weeksAgo: 4,
    text: 'Jetzt an der Fräse. Ich habe gelernt, dass Spannen die halbe Arbeit ist.',
    does: [
      does('Werkstück im Schraubstock ausrichten, Nullpunkt antasten', 10, '2.2'),
      does('Planfläche und Nut fräsen', 18, '2.2'),
    ],
    standing: 'half-signed',
  },
  {
    weeksAgo: 3,
    text: 'Gefräst und gemessen.',
    does: [does('Fräsen', 30, '2.2')],
    standing: {
      sentBack: 'Schreib bitte dazu, welches Teil es war, und was du beim Messen gesehen hast.',
    },
  },
  {
    weeksAgo: 2,
    text: 'Die erste eigene Messreihe: dreißig Teile, jedes dritte gemessen. Gegen Mittag wandern die Maße nach oben, wenn die Halle warm wird.',
    does: [
      does('Messreihe aufnehmen und als Verlauf zeichnen', 8, '1.3', '3.3'),
      does('Fräser wechseln und Werkzeuglänge vermessen', 6, '2.3'),
      does('Taschen fräsen, Kanten entgraten', 16, '2.2'),
    ],
    standing: 'submitted',
  },
  {
    weeksAgo: 1,
    text: 'Mit Emre am Wechselplan für die Fräser gearbeitet. Wir haben die Schneiden unter dem Mikroskop verglichen.',
    does: [
      does('Verschleiß an zwölf Schneiden messen', 9, '2.3', '1.3'),
      does('Gehäusehälften fräsen', 20, '2.2'),
    ],
    standing: 'submitted',
  },
  {
    weeksAgo: 0,
    text: 'Montag: ein altes Programm an der gesteuerten Maschine Zeile für Zeile gelesen.',
    does: [does('Programm lesen und erklären', 4, '3.1')],
    standing: 'draft',
  },
]
