/**
 * Words that ask and say nothing of what is asked about. Left out of a question before it is cut;
 * a wider stop list was measured elsewhere to add nothing. Longer ones stand first.
 */
const QUESTION_WORDS = [
  '有没有',
  '是不是',
  '能不能',
  '可不可以',
  '要不要',
  '会不会',
  '为什么',
  '是什么',
  '什么样',
  '什么',
  '怎么样',
  '怎么办',
  '怎么',
  '怎样',
  '如何',
  '哪几',
  '哪些',
  '哪里',
  '哪儿',
  '哪个',
  '哪种',
  '哪',
  '多少',
  '多久',
  '多长时间',
  '几(?=[个项类种条名次年月天日门本点人家级])',
  '请问',
  '请教',
  '是否',
  '谁',
  '吗',
  '呢',
  '啥',
];

const PATTERN = new RegExp(QUESTION_WORDS.join('|'), 'g');

/** A folded question with its question words turned into breaks; itself if nothing would be left. */
export function withoutQuestionWords(folded: string): string {
  const rest = folded.replace(PATTERN, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
}
