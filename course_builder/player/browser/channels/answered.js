// An answer as an xAPI statement: one of those cmi5 allows beside its own.

import { duration } from "./duration2004.js";
import { expected, identifier, spoken } from "./interaction2004.js";

const VERB = "http://adlnet.gov/expapi/verbs/answered";
const TYPE = "http://adlnet.gov/expapi/activities/cmi.interaction";

export function answered(au, { question, type, ask, response, pattern, ids, mark, seconds, language }) {
  const statement = au.prepareStatement(VERB);
  statement.verb.display = { en: "answered" };
  statement.object = {
    objectType: "Activity",
    id: `${au.getActivityId()}/${question}`,
    definition: {
      type: TYPE,
      description: { [language]: ask },
      interactionType: type,
      ...(pattern.length ? { correctResponsesPattern: expected(type, response, pattern) } : {}),
      ...(type === "choice" || type === "sequencing" ? { choices: ids.map((id) => ({ id: identifier(id) })) } : {}),
    },
  };
  statement.result = {
    response: spoken(type, response),
    duration: duration(seconds),
    ...(mark === null ? {} : { success: mark === 1, score: { scaled: mark } }),
  };
  return statement;
}
