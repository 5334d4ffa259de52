// The server's own checks beside their lines, in the words the checks have.

import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { keymap } from "@codemirror/view";

export const gutter = [lintGutter(), keymap.of(lintKeymap)];

function told(problem, words) {
  const box = document.createElement("div");
  const [severity, ...rest] = [words[problem.severity], problem.message, problem.hint].map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  severity.style.fontWeight = "700";
  box.append(severity, ...rest.filter((one) => one.textContent));
  return box;
}

function place({ line, column }, doc) {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  const from = Math.min(found.from + Math.max(0, column - 1), found.to);
  return { from, to: found.to };
}

/** `problems` of this file as the server tells them: line, column, severity, message, hint. */
export function show(view, problems, words) {
  const diagnostics = problems.map((problem) => ({
    ...place(problem, view.state.doc),
    severity: problem.severity,
    message: [words[problem.severity], problem.message, problem.hint].filter(Boolean).join(". "),
    renderMessage: () => told(problem, words),
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
