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

  const own = {
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

    /** What was answered before, and its mark. */
    recall(data, { kind }) {
      const packed = own.saved(data.key);
      const answer = packed === undefined ? null : kind.unpack(packed, data);
      return answer !== null && [answer, kind.mark(data, answer)];
    },

    /** The answer and its mark, once it is safe; nothing when it is refused. */
    answer(data, answer, { kind, since }) {
      const mark = kind.mark(data, answer);
      const told = kind.interaction(data, answer);
      const result = mark === null ? "neutral" : mark === 1 ? "correct" : "wrong";
      own.keep(data.key, kind.pack(answer, data));
      if (told) own.interaction({ ...data, ...told, result, mark, seconds: Math.round((own.now() - since) / 1000) });
      return [answer, mark];
    },
  };
  return Object.assign(own, channel.host && channel.host(own, record, page));
}
