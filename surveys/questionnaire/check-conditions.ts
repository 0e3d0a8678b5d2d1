import type { Page, Question } from '#surveys/questionnaire/definition.ts';
import { listAnswerCodes } from '#surveys/questionnaire/kinds/index.ts';
import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';
import type { Condition } from '#surveys/questionnaire/question-base.ts';

/** A condition on an open question could not be kept by codes, and a later answer cannot decide an earlier one. */
export function checkConditions(pages: readonly Page[]): readonly QuestionnaireProblem[] {
  const earlier = new Map<string, Question>();
  const problems: QuestionnaireProblem[] = [];
  for (const [p, page] of pages.entries()) {
    const pagePath = `pages[${p}]`;
    if (page.showWhen) problems.push(...checkCondition(page.showWhen, `${pagePath}.showWhen`, earlier));
    for (const [q, question] of page.questions.entries()) {
      const path = `${pagePath}.questions[${q}].showWhen`;
      if (question.showWhen) problems.push(...checkCondition(question.showWhen, path, earlier));
      earlier.set(question.id, question);
    }
  }
  return problems;
}

function checkCondition(
  condition: Condition,
  path: string,
  earlier: ReadonlyMap<string, Question>,
): readonly QuestionnaireProblem[] {
  if ('all' in condition) {
    return condition.all.flatMap((part, i) => checkCondition(part, `${path}.all[${i}]`, earlier));
  }
  if ('any' in condition) {
    return condition.any.flatMap((part, i) => checkCondition(part, `${path}.any[${i}]`, earlier));
  }
  if ('not' in condition) return checkCondition(condition.not, `${path}.not`, earlier);

  const question = earlier.get(condition.question);
  if (question === undefined) {
    return [{ path: `${path}.question`, reason: `${condition.question} is not an earlier question` }];
  }
  const codes = listAnswerCodes(question);
  if (codes.length === 0) {
    return [{ path: `${path}.question`, reason: `${question.id} is an open question without answer codes` }];
  }
  return condition.oneOf.flatMap((code, i) =>
    codes.includes(code)
      ? []
      : [{ path: `${path}.oneOf[${i}]`, reason: `${question.id} has no option ${code}` }],
  );
}
