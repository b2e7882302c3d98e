import { describe, expect, test } from 'vitest';
import { withoutQuestionWords } from '../../../src/retrieval/lexical/question-words.ts';
import { questionTermsOf, termsOf } from '../../../src/retrieval/lexical/terms.ts';

describe('termsOf', () => {
  test('gives characters, bigrams and whole words, each once', () => {
    expect(termsOf('推荐300门AI课程，推荐')).toEqual([
      '推',
      '荐',
      '推荐',
      '300',
      '荐300',
      '门',
      '300门',
      'ai',
      '门ai',
      '课',
      'ai课',
      '程',
      '课程',
    ]);
  });

  test('parts terms at punctuation and spaces, and words from words', () => {
    expect(termsOf('干部。部干 Word 2019')).toEqual(['干', '部', '干部', '部干', 'word', '2019']);
  });

  test('keeps the point of a decimal', () => {
    expect(termsOf('37.3度.')).toEqual(['37.3', '度', '37.3度']);
  });

  test('gives nothing for punctuation, emoji and emptiness', () => {
    expect(['', '，。？！', '😀🎉', '\u0000\u200b', '—…'].map(termsOf)).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  test('cuts rare characters outside the basic plane as characters', () => {
    expect(termsOf('𠮷野家')).toEqual(['𠮷', '野', '𠮷野', '家', '野家']);
  });
});

describe('question words', () => {
  test.each([
    ['经费保障有哪些要求？', '经费保障有 要求？'],
    ['如何改进方式方法', ' 改进方式方法'],
    ['几个机构，几内亚', ' 个机构，几内亚'],
    ['多少名教师', ' 名教师'],
  ])('%s → %s', (question, rest) => {
    expect(withoutQuestionWords(question)).toBe(rest);
  });

  test('stay where nothing else is left', () => {
    expect(withoutQuestionWords('为什么？')).toBe('为什么？');
    expect(questionTermsOf('是什么')).toContain('什么');
  });
});
