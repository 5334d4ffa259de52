// What the activities on the page may know and ask for: the questions, quizzes, stories, lists and films.

export function host(page, record, channel, announce) {
  const notes = new Map();
  const told = new Set();
  const quizOf = new Map();
  for (const [key, quiz] of Object.entries(page.quizzes)) for (const question of quiz.questions) quizOf.set(question.key, key);

  /** One id an answer, with the number of the try, so that a portal can keep them all and a person compare them. */
  function numbered({ id, key }) {
    const quiz = quizOf.get(key);
    let number = quiz ? record.attempts(quiz) + 1 : record.tried(key);
    const name = () => `${id.replace(/[^\w.-]/g, "_")}-a${number}`;
    while (told.has(name())) number += 1;
    told.add(name());
    return name();
  }

  return {
    words: page.words,
    announce,
    now: () => performance.now(),
    saved: (key) => record.state.kept.get(key),
    keep: record.keep,
    note: (key) => notes.get(key),
    setNote: (key, text) => notes.set(key, text),
    quiz: (key) => record.state.quizzes.get(key),
    quizDone: record.quizDone,
    partDone: record.read,
    interaction(report) {
      channel.report({ interaction: { ...report, question: report.id, id: numbered(report), at: new Date(), language: page.course.language } });
    },
  };
}
