import type { KitEdit } from '../../../seminar/edit.ts';
import type { Kit } from '../../../seminar/kit.ts';
import { lintQuestions } from '../../../seminar/lint/lint-questions.ts';
import { LONGEST } from '../../../seminar/lint/rules.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { type Words, waitAgain } from './ask-for-words.ts';
import { changeKit } from './edit-kit.ts';
import { withOwnKit } from './opened-kit.ts';

/** A question in the trainer's own words: what the rules say against it is told before it is kept. */
export async function takeQuestion(
  raw: string,
  asked: Words,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const text = cleanWords(raw)
    .replace(/\n/gu, ' ')
    .replace(/^\d{1,2}[.．、]\s*/u, '');
  const length = [...text].length;
  if (!/\p{L}/u.test(text)) return waitAgain(asked, '没有看出题目，请写一句话。', [], on);
  if (length > LONGEST) {
    const problem = `题目有 ${length} 个字，最多 ${LONGEST} 个字，没有保存。一道题只问一件事，请删减或者拆成两道。`;
    return waitAgain(asked, problem, [], on);
  }
  const edit: DeedOf<'edit-kit'>['edit'] =
    asked.what === 'add'
      ? { kind: 'add', stage: asked.target, text }
      : { kind: 'rewrite', question: asked.target, text };
  const deed: DeedOf<'edit-kit'> = {
    ...{ kind: 'edit-kit', kit: asked.kit, before: asked.before, edit },
  };
  return withOwnKit(asked.kit, on, ({ kit }) => {
    const faults = faultsOf(kit, edit, text);
    return faults.length === 0 ? changeKit(deed, on) : offerToKeep(asked, text, faults, deed, on);
  });
}

/** What the rules for questions say against this one, among the others of its kit. */
function faultsOf({ questions }: Kit, edit: KitEdit, text: string): readonly string[] {
  const place = edit.kind === 'rewrite' ? edit.question : null;
  // Last, since of two that ask the same the later one is told; its old place is kept for the count.
  const others = questions.map(({ id, text: asked }) => ({
    ...{ id, text: id === place ? '' : asked },
  }));
  return lintQuestions([...others, { id: OWN, text }])
    .filter(({ question }) => question === OWN)
    .map(({ rule, words }) => `${rule}：${words}`);
}

/** Names the question in hand; no kit has such an id. */
const OWN = 'own';

function offerToKeep(
  asked: Words,
  text: string,
  faults: readonly string[],
  deed: DeedOf<'edit-kit'>,
  on: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    // A new wording may simply be sent.
    state: { ...on.state, expecting: 'words-for-kit', kitWords: asked },
    blocks: [
      lead('这道题还没有保存，按出题规则有下面的问题：'),
      plain(faults.map((words, at) => `${at + 1}. ${words}`).join('\n')),
      remark(`您写的是：${text}\n可以直接发送新的写法，也可以照原样使用。`),
      choices(
        '这道题',
        ['照原样使用', deed],
        asked.what === 'rewrite'
          ? ['不改了', { kind: 'open-question', kit: asked.kit, question: asked.target }]
          : ['不加了', { kind: 'open-kit', kit: asked.kit }],
      ),
    ],
  };
}
