import { callout, details, h2, ol, p, table, tasks, todo, ul } from '../markup'
import type { Template } from './template'

export const howTo: { en: Template; de: Template } = {
  en: {
    title: 'How to …',
    body: [
      p('What you can do afterwards, in one sentence. Who needs it, and when.'),
      h2('What you need'),
      tasks(
        todo('Tools, material, access'),
        todo('What must be done before'),
        todo('About … minutes'),
      ),
      callout(
        'warning',
        '**Mind this first.** What can go wrong badly, and how to stop at once. Delete this box if nothing can.',
      ),
      h2('Step by step'),
      ol(
        'Begin with a verb: _open_, _turn_, _measure_. One action in each step.',
        'Say what one sees when it has worked. A picture tells it faster: drag it in here.',
        'Say why, where the reason is not plain. Who knows why can also do it when things are different.',
      ),
      h2('Is it right?'),
      p('How one can tell that it has worked: what to look at, which value, which sound.'),
      h2('When it does not work'),
      table([
        ['What you see', 'What it may be', 'What helps'],
        ['', '', ''],
        ['', '', ''],
      ]),
      details(
        'Why it is done this way',
        p('How we found out, what we tried before, and whom you can ask.'),
      ),
      h2('See also'),
      ul('Type @ and the name of another doc'),
    ],
  },
  de: {
    title: 'So geht …',
    body: [
      p('Was man danach kann, in einem Satz. Wer es braucht und wann.'),
      h2('Was man braucht'),
      tasks(
        todo('Werkzeug, Material, Zugänge'),
        todo('Was vorher erledigt sein muss'),
        todo('Etwa … Minuten'),
      ),
      callout(
        'warning',
        '**Zuerst das hier.** Was ernsthaft schiefgehen kann und wie man sofort aufhört. Diesen Kasten löschen, wenn nichts schiefgehen kann.',
      ),
      h2('Schritt für Schritt'),
      ol(
        'Mit einem Verb beginnen: _öffnen_, _drehen_, _messen_. In jedem Schritt eine Handlung.',
        'Sagen, was man sieht, wenn es geklappt hat. Ein Bild sagt es schneller: einfach hierher ziehen.',
        'Sagen, warum, wo es nicht auf der Hand liegt. Wer den Grund kennt, kann es auch, wenn einmal etwas anders ist.',
      ),
      h2('Stimmt es?'),
      p(
        'Woran man erkennt, dass es geklappt hat: worauf man schaut, welcher Wert, welches Geräusch.',
      ),
      h2('Wenn es nicht klappt'),
      table([
        ['Was man sieht', 'Woran es liegen kann', 'Was hilft'],
        ['', '', ''],
        ['', '', ''],
      ]),
      details(
        'Warum wir es so machen',
        p('Wie wir darauf gekommen sind, was wir vorher versucht haben und wen man fragen kann.'),
      ),
      h2('Siehe auch'),
      ul('@ und den Namen eines anderen Dokuments tippen'),
    ],
  },
}
