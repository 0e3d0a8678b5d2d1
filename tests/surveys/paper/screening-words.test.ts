import { describe, expect, it } from 'vitest';
import { describeCondition } from '#surveys/paper/screening-words.ts';
import type { Condition } from '#surveys/questionnaire/question-base.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const say = (condition: Condition) => describeCondition(sampleQuestionnaire, condition);
const visited: Condition = { question: 'visited', oneOf: ['visited'] };
const service: Condition = { question: 'service', oneOf: ['good', 'bad'] };

describe('screening in words', () => {
  it('names the question by its number and the answers by their labels', () => {
    expect(say(visited)).toBe('問1で「visited」と答えた方だけ');
    expect(say(service)).toBe('問2で「good」または「bad」と答えた方だけ');
  });

  it('says negations of one and of several answers', () => {
    expect(say({ not: visited })).toBe('問1で「visited」と答えなかった方だけ');
    expect(say({ not: service })).toBe('問2で「good」とも「bad」とも答えなかった方だけ');
  });

  it('joins conditions, turns a negated mixture round, and brackets what is nested', () => {
    expect(say({ all: [visited, service] })).toBe(
      '問1で「visited」と答えた、かつ問2で「good」または「bad」と答えた方だけ',
    );
    expect(say({ not: { all: [visited, { not: visited }] } })).toBe(
      '問1で「visited」と答えなかった、または問1で「visited」と答えた方だけ',
    );
    expect(say({ any: [visited, { all: [visited, visited] }] })).toContain('、または(問1');
  });

  it('refuses a question that does not exist', () => {
    expect(() => say({ question: 'nowhere', oneOf: ['a'] })).toThrow(RangeError);
  });
});
