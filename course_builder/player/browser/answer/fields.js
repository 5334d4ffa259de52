// Several fields, each named by a key: an answer is an object, and there is none until all are filled in.

const fields = (form) => [...form.querySelector("fieldset").querySelectorAll("input, select")];

export const each = {
  read(form) {
    const answer = {};
    for (const { name, value } of fields(form)) {
      if (!value.trim()) return null;
      answer[name] = value.trim();
    }
    return answer;
  },
  write(form, answer) {
    for (const field of fields(form)) field.value = answer[field.name] || "";
  },
};
