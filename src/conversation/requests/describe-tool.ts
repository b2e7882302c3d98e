import type { z } from 'zod';
import type { ToolPrompt } from '../../model/tool-prompts.ts';
import type { RequestTool } from './request-tool.ts';

/**
 * A tool as a model is told of it: name, purpose, and a schema whose fields say what they hold.
 *
 * @throws where the prompt file names other inputs than the tool has
 */
export function describe(
  { name, input }: RequestTool,
  prompts: Readonly<Record<string, ToolPrompt>>,
): { readonly name: string; readonly description: string; readonly schema: z.ZodObject } {
  const prompt = prompts[name];
  const fields = Object.keys(input.shape);
  if (prompt === undefined || Object.keys(prompt.inputs).sort().join() !== fields.sort().join()) {
    throw new Error(`Cannot describe tool "${name}": its prompt must name the inputs [${fields}]`);
  }
  const described = fields.map((field) => [
    field,
    (input.shape[field] as z.ZodType).describe(prompt.inputs[field] as string),
  ]);
  return {
    name,
    description: prompt.description,
    schema: input.extend(Object.fromEntries(described)),
  };
}
