import type { PromptWords, ShippedSetId } from './prompt-sets'

export const germanPrompts: Readonly<Record<ShippedSetId, PromptWords>> = {
  'what-so-what-now-what': {
    title: 'Was? Na und? Was nun?',
    about: 'Drei kurze Fragen zu einer Sache, die passiert ist.',
    prompts: [
      'Was ist passiert? Nur was man hätte sehen und hören können.',
      'Na und? Warum ist das wichtig, für dich oder für andere?',
      'Was nun? Was tust oder lässt du beim nächsten Mal?',
    ],
  },
  gibbs: {
    title: 'Reflexionszyklus nach Gibbs',
    about: 'Sechs Schritte, wenn du eine Situation genau ansehen willst.',
    prompts: [
      'Beschreibung: Was ist passiert?',
      'Gefühle: Was hast du gedacht und gefühlt, dabei und danach?',
      'Bewertung: Was ging gut, und was nicht?',
      'Analyse: Wie erklärst du dir das?',
      'Schluss: Was hättest du sonst tun können?',
      'Plan: Was tust du, wenn es wieder passiert?',
    ],
  },
  week: {
    title: 'Meine Woche',
    about: 'Eine Viertelstunde am Ende der Woche.',
    prompts: [
      'Was hast du diese Woche getan, worüber du froh bist?',
      'Was war schwer, oder ist noch unklar?',
      'Was hast du gelernt, und von wem?',
      'Was willst du nächste Woche ausprobieren oder fragen?',
    ],
  },
  'before-a-placement': {
    title: 'Vor einem Einsatz',
    about: 'Was du erwartest, damit du später vergleichen kannst.',
    prompts: [
      'Was willst du können, wenn er vorbei ist?',
      'Was weißt du schon über den Ort, und was vermutest du nur?',
      'Worauf freust du dich, und was macht dir Sorgen?',
      'Wen kannst du fragen, und was willst du zuerst fragen?',
    ],
  },
  'during-a-placement': {
    title: 'Während eines Einsatzes',
    about: 'Ein Tag oder eine Aufgabe, solange sie frisch ist.',
    prompts: [
      'Was hast du getan, und mit wem?',
      'Was hast du gesehen, worauf du selbst nicht gekommen wärst?',
      'Wo hast du Hilfe gebraucht, und wie hast du sie bekommen?',
      'Was willst du noch sehen oder tun, bevor er vorbei ist?',
    ],
  },
  'after-a-placement': {
    title: 'Nach einem Einsatz',
    about: 'Was bleibt, neben dem, was du erwartet hattest.',
    prompts: [
      'Was kannst du jetzt, was du vorher nicht konntest? Woran würde es jemand anderes merken?',
      'Was war anders, als du erwartet hattest?',
      'Was würdest du vom ersten Tag an anders machen?',
      'Was nimmst du in dein eigenes Team mit?',
    ],
  },
  'after-a-mistake': {
    title: 'Nach einem Fehler',
    about: 'Ohne Schuld: was passiert ist, und was beim nächsten Mal hilft.',
    prompts: [
      'Was ist passiert, Schritt für Schritt?',
      'Was wusstest du in dem Moment, und was konntest du nicht wissen?',
      'Was um dich herum hat ihn wahrscheinlicher gemacht: Zeit, Werkzeug, Worte, Gewohnheiten?',
      'Was hast du, oder hat jemand anderes, getan, damit es nicht schlimmer wurde?',
      'Was würde dir, oder der Nächsten, helfen, es früher zu bemerken?',
    ],
  },
  'for-mentors': {
    title: 'Für Mentorinnen und Mentoren',
    about: 'Gelernt wird in beide Richtungen.',
    prompts: [
      'Was hast du diesmal von deinem Gegenüber gelernt?',
      'Wie viel hast du geredet, und wie viel zugehört?',
      'Welche Frage hat zum Nachdenken gebracht? Welche Antwort hätte besser von deinem Gegenüber kommen sollen?',
      'Was brauchst du, um mehr zu helfen, und von wem?',
    ],
  },
}
