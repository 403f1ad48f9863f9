import { callout, h2, p, quote, table, tasks, todo, ul } from '../markup'
import type { Template } from './template'

export const learningPlan: { en: Template; de: Template } = {
  en: {
    title: 'Learning plan',
    body: [
      table([
        ['Who learns', 'With whom', 'From', 'Until'],
        ['', '', '', ''],
      ]),
      h2('Why'),
      p(
        'What in your daily work would be easier, better or possible at all? Whom else does it help?',
      ),
      quote('When this plan has worked, I will be able to …'),
      h2('Where I stand'),
      table([
        ['Skill', 'Today', 'Wanted', 'How one will see it'],
        ['', '', '', ''],
        ['', '', '', ''],
        ['', '', '', ''],
      ]),
      callout(
        'tip',
        'Say each skill as something one **does**: “sets up the machine alone”, not “knows the machine”. Levels can be plain: has seen it, can do it with help, can do it alone, can show others.',
      ),
      h2('How I learn it'),
      tasks(
        todo('By doing: which real piece of work, with whom beside me'),
        todo('By watching and asking: whom, when'),
        todo('By reading or a course: what, how long'),
        todo('By showing others: what, to whom'),
      ),
      h2('When we talk'),
      table([
        ['When', 'What has worked', 'What has not', 'What we change'],
        ['After two weeks', '', '', ''],
        ['Halfway', '', '', ''],
        ['At the end', '', '', ''],
      ]),
      h2('What I can show'),
      p('Links to real work: a doc, a board, a part, a picture. Proof beats attendance.'),
      ul(''),
      h2('What I need from others'),
      ul('Time: …', 'Access: …', 'A person to ask: …'),
    ],
  },
  de: {
    title: 'Lernplan',
    body: [
      table([
        ['Wer lernt', 'Mit wem', 'Von', 'Bis'],
        ['', '', '', ''],
      ]),
      h2('Wozu'),
      p(
        'Was im Arbeitsalltag würde leichter, besser oder überhaupt erst möglich? Wem hilft es noch?',
      ),
      quote('Wenn dieser Plan aufgegangen ist, kann ich …'),
      h2('Wo ich stehe'),
      table([
        ['Fähigkeit', 'Heute', 'Gewünscht', 'Woran man es sieht'],
        ['', '', '', ''],
        ['', '', '', ''],
        ['', '', '', ''],
      ]),
      callout(
        'tip',
        'Jede Fähigkeit als etwas aufschreiben, das man **tut**: „richtet die Maschine allein ein“, nicht „kennt die Maschine“. Die Stufen dürfen schlicht sein: hat es gesehen, kann es mit Hilfe, kann es allein, kann es anderen zeigen.',
      ),
      h2('Wie ich es lerne'),
      tasks(
        todo('Durch Tun: an welcher echten Arbeit, mit wem an der Seite'),
        todo('Durch Zusehen und Fragen: bei wem, wann'),
        todo('Durch Lesen oder einen Kurs: was, wie lange'),
        todo('Durch Zeigen: was, wem'),
      ),
      h2('Wann wir sprechen'),
      table([
        ['Wann', 'Was gelungen ist', 'Was nicht', 'Was wir ändern'],
        ['Nach zwei Wochen', '', '', ''],
        ['Nach der Hälfte', '', '', ''],
        ['Am Ende', '', '', ''],
      ]),
      h2('Was ich zeigen kann'),
      p(
        'Links zu echter Arbeit: ein Dokument, ein Board, ein Werkstück, ein Bild. Ein Beleg zählt mehr als Anwesenheit.',
      ),
      ul(''),
      h2('Was ich von anderen brauche'),
      ul('Zeit: …', 'Zugang: …', 'Jemanden, den ich fragen kann: …'),
    ],
  },
}
