import { z } from 'zod';
import { type FilledPrompt, FREE_TEXT } from './model.ts';
import { frontMatter, readPromptFile, wrong } from './prompt-file.ts';

/** The prompts of all tasks, checked when they were read. */
export interface Prompts {
  /**
   * Fills in a prompt. What is filled in stays as it is, braces included.
   *
   * @param inputs exactly those that the file declares
   * @throws where the task is unknown or the inputs are not those
   */
  fill(task: string, inputs: Readonly<Record<string, string>>): FilledPrompt;
  /**
   * The same for whoever names the schema of the output, and so knows its type.
   *
   * @throws where the file names another one
   */
  fill<Shape extends z.ZodType>(
    task: string,
    inputs: Readonly<Record<string, string>>,
    output: Shape,
  ): FilledPrompt<Shape>;
  /** As its file says: goes up with every change that may change answers. */
  versionOf(task: string): number;
}

/** A prompt as its file holds it. */
interface Prompt {
  readonly inputs: readonly string[];
  readonly system: string;
  readonly user: string;
  readonly output: z.ZodType;
  readonly version: number;
}

const promptFront = frontMatter.extend({
  /** Name of a schema, or `none` where the answer is words. */
  output: z.string().min(1),
});

const PLACEHOLDER = /\{\{(?<input>\w+)\}\}/gu;

/**
 * Reads `TASK.md` for every task and checks it.
 *
 * @param outputs the schemas that files may name
 * @throws UserFacingError naming the file and what to mend
 */
export async function readPrompts(
  folder: string,
  outputs: Readonly<Record<string, z.ZodType>>,
  tasks: readonly string[],
): Promise<Prompts> {
  const read = tasks.map(async (task) => [task, await readPrompt(folder, outputs, task)] as const);
  const prompts = new Map(await Promise.all(read));

  const promptOf = (task: string): Prompt => {
    const prompt = prompts.get(task);
    if (prompt === undefined) throw new Error(`Cannot use prompt "${task}": it was not read`);
    return prompt;
  };
  const fill = (
    task: string,
    inputs: Readonly<Record<string, string>>,
    output?: z.ZodType,
  ): FilledPrompt => {
    const prompt = promptOf(task);
    const given = Object.keys(inputs);
    if ([...given].sort().join() !== [...prompt.inputs].sort().join()) {
      throw new Error(
        `Cannot fill prompt "${task}" with [${given}]: its inputs are [${prompt.inputs}]`,
      );
    }
    if (output !== undefined && output !== prompt.output) {
      throw new Error(`Cannot fill prompt "${task}": its file names another output`);
    }
    const put = (text: string) => text.replace(PLACEHOLDER, (_, input) => inputs[input] as string);
    return { task, system: put(prompt.system), user: put(prompt.user), output: prompt.output };
  };
  return { fill: fill as Prompts['fill'], versionOf: (task) => promptOf(task).version };
}

async function readPrompt(
  folder: string,
  outputs: Readonly<Record<string, z.ZodType>>,
  task: string,
): Promise<Prompt> {
  const { name, front, body } = await readPromptFile(folder, `${task}.md`, promptFront);
  const parts = /^# System\n(?<system>.*?)\n# User\n(?<user>.*)$/su.exec(body)?.groups;
  const system = parts?.system?.trim() ?? '';
  const user = parts?.user?.trim() ?? '';
  if (system === '' || user === '') {
    throw wrong(name, '正文应先有标题 # System，后有标题 # User，标题下都有内容');
  }
  const inputs = Object.keys(front.inputs);
  checkPlaceholders(name, `${system}\n${user}`, inputs);
  const output = front.output === 'none' ? FREE_TEXT : outputs[front.output];
  if (output === undefined) {
    const known = [...Object.keys(outputs), 'none'].join('、');
    throw wrong(name, `output 的值“${front.output}”不在可用的名称之内，可用的有 ${known}`);
  }
  // Endpoints refuse to write JSON where no message asks for it.
  if (output !== FREE_TEXT && !/JSON/iu.test(system + user))
    throw wrong(name, '正文没有写明输出 JSON');
  return { inputs, system, user, output, version: front.version };
}

function checkPlaceholders(name: string, text: string, inputs: readonly string[]): void {
  const used = [...text.matchAll(PLACEHOLDER)].map(({ groups }) => groups?.input as string);
  const unknown = used.find((input) => !inputs.includes(input));
  if (unknown !== undefined) throw wrong(name, `{{${unknown}}} 没有在 inputs 中说明`);
  const unused = inputs.find((input) => !used.includes(input));
  if (unused !== undefined) throw wrong(name, `inputs 中的 ${unused} 没有用在正文里`);
  const rest = text.replace(PLACEHOLDER, '');
  if (/\{\{|\}\}/u.test(rest)) throw wrong(name, '有的花括号不成对，或其中不是输入的名称');
}
