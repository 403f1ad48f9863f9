import { callout, details, h2, ol, p, table, tasks, todo, ul } from '../markup'
import type { Template } from './template'

export const meetingNotes: { en: Template; de: Template } = {
  en: {
    title: 'Meeting notes',
    body: [
      table([
        ['When', 'Where', 'Who was there', 'Who writes'],
        ['', '', '', ''],
      ]),
      callout(
        'info',
        '**What should be different after this meeting?** One sentence. If nobody can say it, cancel the meeting and write a message.',
      ),
      h2('On the table'),
      ol(
        'A question rather than a topic: _“Which supplier do we test first?”_, not _“Suppliers”_ (name, 15 minutes)',
        'The next question (name, 10 minutes)',
      ),
      h2('What we learned'),
      ul(
        'Facts and figures that were new to somebody here, with a link to where they come from',
        'What surprised us',
      ),
      h2('What we decided'),
      table([
        ['Decision', 'Why', 'Who stands behind it'],
        ['', '', ''],
      ]),
      h2('What happens next'),
      p('A task has one person and one day. Click beside a task to give it both.'),
      tasks(todo('First task'), todo('Second task')),
      details(
        'Parked for another time',
        p('Good questions that would have led too far today.'),
        ul(''),
      ),
    ],
  },
  de: {
    title: 'Besprechungsnotizen',
    body: [
      table([
        ['Wann', 'Wo', 'Wer dabei war', 'Wer schreibt'],
        ['', '', '', ''],
      ]),
      callout(
        'info',
        '**Was soll nach dieser Besprechung anders sein?** Ein Satz. Wenn ihn niemand sagen kann: absagen und eine Nachricht schreiben.',
      ),
      h2('Worüber wir sprechen'),
      ol(
        'Eine Frage statt eines Themas: _„Welchen Lieferanten testen wir zuerst?“_, nicht _„Lieferanten“_ (Name, 15 Minuten)',
        'Die nächste Frage (Name, 10 Minuten)',
      ),
      h2('Was wir gelernt haben'),
      ul(
        'Tatsachen und Zahlen, die für jemanden hier neu waren, mit einem Link zur Quelle',
        'Was uns überrascht hat',
      ),
      h2('Was wir entschieden haben'),
      table([
        ['Entscheidung', 'Warum', 'Wer dahintersteht'],
        ['', '', ''],
      ]),
      h2('Wie es weitergeht'),
      p(
        'Eine Aufgabe hat eine Person und einen Tag. Beides lässt sich neben der Aufgabe eintragen.',
      ),
      tasks(todo('Erste Aufgabe'), todo('Zweite Aufgabe')),
      details('Für ein andermal', p('Gute Fragen, die heute zu weit geführt hätten.'), ul('')),
    ],
  },
}
