import { frontMatter, readPromptFile, wrong } from './prompt-file.ts';

/** What a model is told of a tool. */
export interface ToolPrompt {
  /** When to use the tool and what it gives back. */
  readonly description: string;
  /** What each input of the tool is, by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Reads `tools/NAME.md` for every tool: its inputs stand in the front matter, its description is
 * the body.
 *
 * @throws UserFacingError naming the file and what to mend
 */
export async function readToolPrompts<Name extends string>(
  folder: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, ToolPrompt>>> {
  const read = names.map(async (name) => {
    const file = await readPromptFile(folder, `tools/${name}.md`, frontMatter);
    if (file.body.includes('{{')) throw wrong(file.name, '工具的说明中不能填入内容');
    return [name, { description: file.body, inputs: file.front.inputs }] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as Record<Name, ToolPrompt>;
}
