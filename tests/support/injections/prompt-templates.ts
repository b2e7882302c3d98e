import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Task } from '../model-script.ts';

const FOLDER = fileURLToPath(new URL('../../../prompts', import.meta.url));
/** Letters and digits in a row that are taken for a part of a prompt. */
const RUN = 20;

/** A prompt as its file holds it, read without the code that the house reads it with. */
export interface PromptTemplate {
  readonly system: string;
  readonly user: string;
}

export interface PromptTemplates {
  of(task: Task): PromptTemplate;
  /** Stretches of 20 letters and digits that a text has in common with a system prompt. */
  runsIn(text: string): string[];
}

export function readPromptTemplates(): PromptTemplates {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  const templates = new Map(
    names.map((name) => [
      name.replace('.md', ''),
      templateIn(readFileSync(`${FOLDER}/${name}`, 'utf8')),
    ]),
  );
  const runs = new Set([...templates.values()].flatMap(({ system }) => runsOf(system)));
  return {
    of: (task) => templates.get(task) as PromptTemplate,
    runsIn: (text) => runsOf(text).filter((run) => runs.has(run)),
  };
}

function templateIn(file: string): PromptTemplate {
  const [, rest = ''] = file.split(/^# System$/mu);
  const [system = '', user = ''] = rest.split(/^# User$/mu);
  return { system: system.trim(), user: user.trim() };
}

function runsOf(text: string): string[] {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const last = letters.length - RUN + 1;
  return Array.from({ length: Math.max(0, last) }, (_, at) => letters.slice(at, at + RUN));
}
