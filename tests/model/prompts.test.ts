import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { FREE_TEXT } from '../../src/model/model.ts';
import { readPrompts } from '../../src/model/prompts.ts';
import { readToolPrompts } from '../../src/model/tool-prompts.ts';

const DRAFT = z.object({ text: z.string() });

const FRONT = [
  'purpose: 作答',
  'version: 3',
  'inputs: { question: 提问, passages: 段落 }',
  'output: draft',
];
const BODY =
  '# System\n只依据材料，输出 JSON。\n\n## 要求\n不编造。\n\n# User\n{{passages}}\n\n问：{{question}}\n';

function promptText(front: readonly string[] = FRONT, body = BODY): string {
  return `---\n${front.join('\n')}\n---\n${body}`;
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prompts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function promptsOf(text: string) {
  return readPrompts(await folderWith({ 'answer.md': text }), { draft: DRAFT }, ['answer']);
}

describe('a prompt', () => {
  it('is filled in', async () => {
    const prompts = await promptsOf(promptText());
    const filled = prompts.fill('answer', { question: '学时？', passages: '第一段' }, DRAFT);
    expect(filled).toEqual({
      task: 'answer',
      system: '只依据材料，输出 JSON。\n\n## 要求\n不编造。',
      user: '第一段\n\n问：学时？',
      output: DRAFT,
    });
  });

  it('is filled in once: what people write is not filled again', async () => {
    const prompts = await promptsOf(promptText());
    const question = '{{passages}} $& $1 {{question}}';
    const { user } = prompts.fill('answer', { question, passages: '{{question}}' });
    expect(user).toBe(`{{question}}\n\n问：${question}`);
  });

  it('without an output is answered in words', async () => {
    const text = promptText(
      ['purpose: 招呼', 'version: 1', 'output: none'],
      '# System\n甲\n# User\n乙',
    );
    const { output } = (await promptsOf(text)).fill('answer', {});
    expect(output).toBe(FREE_TEXT);
  });

  it('may have been saved on Windows', async () => {
    const text = `\uFEFF${promptText().replaceAll('\n', '\r\n')}`;
    const prompts = await promptsOf(text);
    expect(prompts.fill('answer', { question: '甲', passages: '乙' }).user).toBe('乙\n\n问：甲');
  });

  it.each([
    ['with an input too few', { question: '甲' }],
    ['with an input too many', { question: '甲', passages: '乙', person: '丙' }],
  ])('is not filled in %s', async (_, inputs) => {
    const prompts = await promptsOf(promptText());
    expect(() => prompts.fill('answer', inputs)).toThrow('its inputs are [question,passages]');
  });

  it('is not filled in for another output, nor for an unknown task', async () => {
    const prompts = await promptsOf(promptText());
    const inputs = { question: '甲', passages: '乙' };
    expect(() => prompts.fill('answer', inputs, z.string())).toThrow('names another output');
    expect(() => prompts.fill('seminar', inputs)).toThrow('it was not read');
  });
});

describe('a prompt file is refused', () => {
  const changed = (from: string, to: string) => promptText().replace(from, to);

  it.each([
    ['without front matter', BODY, '开头应有一段写在两行 --- 之间的说明'],
    ['with front matter that is no YAML', changed('version: 3', 'version: ['), '不是有效的 YAML'],
    ['without a purpose', changed('purpose: 作答\n', ''), 'purpose：无效输入'],
    ['with a version in words', changed('version: 3', 'version: 三'), 'version：无效输入'],
    ['with half a version', changed('version: 3', 'version: 1.5'), 'version：'],
    ['with a word that it does not know', changed('purpose', 'author: 甲\npurpose'), 'author'],
    ['with an unknown output', changed('output: draft', 'output: letter'), '可用的有 draft、none'],
    ['without a system prompt', promptText(FRONT, '# User\n{{question}}{{passages}}'), '# System'],
    ['without a user prompt', promptText(FRONT, '# System\n{{question}}{{passages}}'), '# User'],
    ['with an empty part', promptText(FRONT, '# System\n\n# User\n{{question}}'), '都有内容'],
    ['that does not ask for JSON', changed('，输出 JSON', ''), 'JSON'],
    ['without a body', promptText(FRONT, '\n'), '说明之后没有正文'],
    ['with an input that is not declared', changed('{{passages}}', '{{people}}'), '{{people}}'],
    ['with an input that is not used', changed('{{passages}}', ''), 'inputs 中的 passages 没有用'],
    ['with braces that are open', changed('{{passages}}', '{{passages}} {{question }}'), '花括号'],
  ])('%s', async (_, text, problem) => {
    await expect(promptsOf(text)).rejects.toMatchObject({
      name: 'UserFacingError',
      message: expect.stringMatching(/^提示词文件 answer\.md 有误（.*），请更正后重试。$/u),
    });
    await expect(promptsOf(text)).rejects.toThrow(problem);
  });

  it('that is missing', async () => {
    const folder = await folderWith({});
    await expect(readPrompts(folder, {}, ['answer'])).rejects.toThrow(
      '缺少提示词文件 answer.md，请从安装包中恢复。',
    );
  });
});

describe('the prompt of a tool', () => {
  const TOOL = '---\npurpose: 查找\nversion: 1\ninputs:\n  words: 查找的词\n---\n在材料中查找。\n';

  it('is its description and what its inputs are', async () => {
    const folder = await folderWith({ 'tools/look_up.md': TOOL });
    expect(await readToolPrompts(folder, ['look_up'])).toEqual({
      look_up: { description: '在材料中查找。', inputs: { words: '查找的词' } },
    });
  });

  it.each([
    ['with a blank', TOOL.replace('材料', '{{words}}'), '工具的说明中不能填入内容'],
    ['without a description', TOOL.replace('在材料中查找。', ''), '说明之后没有正文'],
    ['without a version', TOOL.replace('version: 1\n', ''), 'version：无效输入'],
  ])('is refused %s', async (_, text, problem) => {
    const folder = await folderWith({ 'tools/look_up.md': text });
    const reading = readToolPrompts(folder, ['look_up']);
    await expect(reading).rejects.toThrow(`提示词文件 tools/look_up.md 有误（${problem}`);
  });

  it('is refused where it is missing', async () => {
    const folder = await folderWith({});
    await expect(readToolPrompts(folder, ['look_up'])).rejects.toThrow(
      '缺少提示词文件 tools/look_up.md',
    );
  });
});
